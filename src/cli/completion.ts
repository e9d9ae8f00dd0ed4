import type { Command } from './command.ts'

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** A script by which a shell completes the commands and their options; everything else is a file. */
export function completionFor(shell: Shell, commands: readonly Command[]): string {
  return { bash: inBash, zsh: inZsh, fish: inFish }[shell](commands)
}

function longFlags({ options, commands = [] }: Command): string[] {
  return [...options.map(({ flags }) => /--[\w-]+/.exec(flags)![0]), '--help', ...commands.map(({ name }) => name)]
}

function cases(commands: readonly Command[], line: (words: string) => string): string {
  return commands.map((one) => `    ${one.name}) ${line(longFlags(one).join(' '))} ;;`).join('\n')
}

function inBash(commands: readonly Command[]): string {
  return `_writ() {
  local word=\${COMP_WORDS[COMP_CWORD]} words
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')} help' -- "$word"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases(commands, (words) => `words='${words}'`)}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _writ writ`
}

function inZsh(commands: readonly Command[]): string {
  const described = commands.map(({ name, does }) => `    '${name}:${quoted(does)}'`).join('\n')
  return `#compdef writ
_writ() {
  local -a commands
  commands=(
${described}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  case $words[2] in
${cases(commands, (words) => `compadd -- ${words}`)}
  esac
  _files
}
compdef _writ writ`
}

function inFish(commands: readonly Command[]): string {
  const lines = commands.flatMap(({ name, does, options, commands: below = [] }) => [
    `complete -c writ -n __fish_use_subcommand -a ${name} -d '${quoted(does)}'`,
    ...below.map(
      (one) => `complete -c writ -n '__fish_seen_subcommand_from ${name}' -a ${one.name} -d '${quoted(one.does)}'`,
    ),
    ...options.map(({ flags, does: what }) => {
      const [, long = '', takes] = /--([\w-]+)( <)?/.exec(flags) ?? []
      return `complete -c writ -n '__fish_seen_subcommand_from ${name}' -l ${long}${takes ? ' -r' : ''} -d '${quoted(what)}'`
    }),
  ])
  return lines.join('\n')
}

/** No quotation mark that would end the text. */
function quoted(text: string): string {
  return text.replaceAll("'", '’').replaceAll(':', ',')
}
