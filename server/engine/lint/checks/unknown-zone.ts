import { type Check, programmeSubject, say } from '../check.ts';

/** Asking costs a millisecond, and every lint asks for the same few. */
const known = new Map<string, boolean>();

const isZone = (zone: string): boolean => {
  const answer = known.get(zone) ?? asked(zone);
  if (known.size > 1000) known.clear();
  known.set(zone, answer);
  return answer;
};

const asked = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** Every day and hour of a programme is told in its zone. */
export const unknownZone: Check = {
  code: 'unknown-zone',
  severity: 'error',
  remarks: (dossier) =>
    isZone(dossier.programme.zone)
      ? []
      : [
          {
            of: programmeSubject(dossier),
            path: ['zone'],
            message: say(`没有时区“${dossier.programme.zone}”`, `There is no time zone "${dossier.programme.zone}"`),
            suggestion: say('例如 Asia/Shanghai', 'For example Asia/Shanghai'),
          },
        ],
};
