import { z } from 'zod';

/** GET …/:election/papers/certificates: one for each prize, ready to print. Nothing personal stands in any. */
export const CertificateView = z.object({
  heading: z.string(),
  text: z.string(),
  organiser: z.string(),
  date: z.string(),
});
export type CertificateView = z.infer<typeof CertificateView>;
