/**
 * Makes a checkout ready and runs a command in it: node server/cli/ready.mjs build|start|dev|test|bench|definitions [arguments].
 * Works on a machine that has nothing but Node and npm, so it imports nothing that has to be installed; this first file
 * is written so that an old Node can read it and say so.
 */
const NEEDED = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  const needed = NEEDED.join('.');
  console.error('需要 Node ' + needed + ' 或更新的版本，现在是 ' + process.versions.node + '。');
  console.error('Node ' + needed + ' or newer is needed; this is ' + process.versions.node + '.');
  process.exitCode = 1;
} else {
  import('./ready/commands.mjs').then(({ obey }) => obey(process.argv[2], process.argv.slice(3)));
}
