import { randomBytes } from 'node:crypto';
import { codeFrom, printedCode } from '../../engine/ballot/code.ts';
import { codeCommitment } from '../../engine/ballot/commitment.ts';
import { DIGESTS } from './digests.ts';

/** A slip's number: enough of the commitment to find it again, printed where the code is not. */
const SLIP_DIGITS = 12;

export interface NewCode {
  code: string;
  commitment: string;
}

export const newCode = (election: string): NewCode => {
  const code = codeFrom(randomBytes(15));
  if (code === null) throw new Error('a code is made of fifteen bytes');
  return { code, commitment: codeCommitment(DIGESTS, election, code) };
};

/** A code as it is printed, with the number of its slip. */
export const told = ({ code, commitment }: NewCode): { code: string; slip: string } => ({
  code: printedCode(code),
  slip: commitment.slice(0, SLIP_DIGITS),
});
