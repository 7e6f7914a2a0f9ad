import type { DeadlinesView, DueDate } from '../../../server/contract/wire/deadline.ts';

const rule = { kind: null, kindTitle: null, on: null, time: null, within: null, from: null, at: null, moved: {} };
const none = { upcoming: 0, waiting: 0, overdue: 0, reported: 0, late: 0 };

const deadline = (
  key: string,
  more: Partial<DeadlinesView['deadlines'][number]>,
): DeadlinesView['deadlines'][number] => ({
  workflow: 'berths',
  workflowTitle: 'Berths',
  key,
  title: key,
  rules: [],
  remind: [],
  grace: null,
  blocks: false,
  extension: { max: 'P20D', reason: 'required' },
  periods: [],
  kinds: [
    { key: 'quay', title: 'Quay' },
    { key: 'pier', title: 'Pier' },
  ],
  ...more,
});

const date = (of: string, due: string, more: Partial<DueDate> = {}): DueDate => ({
  workflow: 'berths',
  deadline: of,
  title: of,
  period: null,
  periodTitle: null,
  due,
  counts: { ...none, waiting: 1 },
  cases: [
    {
      case: '00000000-0000-4000-8000-000000000001',
      organisation: '00000000-0000-4000-8000-000000000002',
      title: 'North quay',
      kinds: ['quay'],
      standing: 'waiting',
      isExtended: false,
    },
  ],
  ...more,
});

/** A list due on a day, a log due by its period, a check due a length of time after it was sent. */
export const VIEW: DeadlinesView = {
  programme: 'harbour',
  now: '2025-02-10T09:00:00.000Z',
  zone: 'Europe/Lisbon',
  deadlines: [
    deadline('list', { rules: [{ ...rule, way: 'day', on: '2025-02-28' }] }),
    deadline('log', {
      rules: [{ ...rule, way: 'period', at: 'period.due', moved: { '2025-02': '2025-03-03' } }],
      periods: [
        { key: '2025-01', title: 'January', from: '2025-01-01', to: '2025-01-31', due: '2025-01-28', kinds: ['quay'] },
        { key: '2025-02', title: 'February', from: '2025-02-01', to: '2025-02-28', due: '2025-02-28', kinds: ['quay'] },
      ],
    }),
    deadline('check', { rules: [{ ...rule, way: 'length', within: 'P5WD' }], extension: null }),
  ],
  dates: [
    date('list', '2025-03-01T00:00:00.000Z'),
    date('log', '2025-01-29T00:00:00.000Z', { period: '2025-01', counts: { ...none, overdue: 2 } }),
  ],
  extensions: [],
};
