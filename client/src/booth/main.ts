import './booth.css';
import { openBooth } from './booth.ts';
import { openCheck } from './check/check-page.ts';
import { openResults } from './results/results-page.ts';
import { createShell } from './shell.ts';

const PLACE = /^\/(vote|results)\/([a-z0-9-]{1,36})(\/check)?\/?$/;

const root = document.getElementById('root');
const [, kind, election, check] = PLACE.exec(location.pathname) ?? [];
if (root !== null && election !== undefined) {
  const shell = createShell(root);
  if (kind === 'results') void openResults(shell, election);
  else if (check === undefined) void openBooth(shell, election);
  else void openCheck(shell, election);
}
