import { completionFor, shells, type Shell } from '../completion.ts'
import { command, exit, UsageError, type Command } from '../command.ts'

/** `writ completion SHELL`: what a shell needs to complete Writ's command lines. */
export const completion = (table: () => readonly { commands: readonly Command[] }[]) =>
  command({
    name: 'completion',
    takes: '<shell>',
    usage: 'bash|zsh|fish',
    does: 'completes command lines as they are written',
    options: [],
    examples: ['source <(writ completion bash)', 'writ completion fish > ~/.config/fish/completions/writ.fish'],
    async run({ positionals: [shell] }, world) {
      if (!shells.includes(shell as Shell)) throw new UsageError(`completion is there for ${shells.join(', ')}`)
      world.out(
        completionFor(
          shell as Shell,
          table().flatMap(({ commands }) => commands),
        ),
      )
      return exit.good
    },
  })
