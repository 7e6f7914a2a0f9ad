import { type Check, programmeSubject, say, unknownAmong } from '../check.ts';

export const unknownCalendar: Check = {
  code: 'unknown-calendar',
  severity: 'error',
  remarks: (dossier) => {
    const { calendar } = dossier.programme;
    const named = calendar === undefined ? [] : [{ path: ['calendar'], name: calendar }];
    return unknownAmong(programmeSubject(dossier), named, {
      thing: say('日历', 'calendar'),
      known: dossier.keys.Calendar,
    });
  },
};
