import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from './config.ts';
import { databaseErrorIn } from './constraint-problems.ts';

const framesOf = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .map((line) => line.trim())
    .slice(0, 20);

/** Messages of these repeat what somebody entered; the stack alone shows where it happened. */
const speaksOfValues = (error: Error): boolean => error instanceof SyntaxError || databaseErrorIn(error) !== undefined;

/** What a log may say of an error: where and what kind, never a value of a request or of the database. */
const loggedError = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint } = databaseErrorIn(error) ?? {};
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(speaksOfValues(error) ? {} : { message: error.message.slice(0, 500) }),
    stack: framesOf(error),
  };
};

/** The log of the running system: one JSON object a line, to standard output or to `destination`. */
export const openLog = ({ logLevel }: Pick<Config, 'logLevel'>, destination?: DestinationStream): Logger =>
  pino(
    {
      level: logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: loggedError, req: () => undefined, res: () => undefined },
    },
    destination ?? pino.destination(1),
  );
