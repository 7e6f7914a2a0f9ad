import { CERTIFICATE_WORDS, wordsInBraces } from '../../ballot/certificate.ts';
import { type Check, say, unknownAmong, workflowsOf } from '../check.ts';

/** A misspelt word in braces would be printed as it stands, on paper that hangs on a wall. */
export const unknownCertificateWord: Check = {
  code: 'unknown-certificate-word',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      (workflow.places ?? []).flatMap(({ certificate = '' }, n) => {
        const texts = typeof certificate === 'string' ? [certificate] : Object.values(certificate);
        return unknownAmong(
          of,
          texts.flatMap(wordsInBraces).map((name) => ({ path: ['places', n, 'certificate'], name })),
          { thing: say('证书用词', 'word of a certificate'), known: CERTIFICATE_WORDS },
        );
      }),
    ),
};
