import { obey } from './definitions/obey.ts';

/** `npm run definitions -- lint | test | plan | apply | pull`. */
try {
  process.exitCode = await obey(process.argv.slice(2), {
    say: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
  });
} catch (error) {
  const { fail } = await import('../app/start-failure.ts');
  fail(error);
}
