#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { run } from './run.ts'

process.exitCode = await run(process.argv.slice(2), {
  readText: (path) => readFile(path, 'utf8'),
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
  now: () => Date.now(),
})
