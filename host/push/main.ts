import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { missingForPush } from './readiness';

/** Pushes the built bundle to the Apps Script project of `.clasp.json`; exit code 2 where something is missing. */
const folder = process.cwd();
const missing = missingForPush(folder, process.env.clasp_config_auth ?? join(homedir(), '.clasprc.json'));
if (missing !== undefined) {
  console.error(missing);
  process.exitCode = 2;
} else {
  const clasp = join(folder, 'node_modules', '@google', 'clasp', 'build', 'src', 'index.js');
  // The manifest is part of the bundle: without --force clasp asks before it replaces the one in the script.
  process.exitCode = spawnSync(process.execPath, [clasp, 'push', '--force'], { stdio: 'inherit' }).status ?? 1;
}
