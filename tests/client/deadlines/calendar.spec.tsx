/** @jest-environment jsdom */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { useState } from 'react';
import { initReactI18next } from 'react-i18next';
import { enDeadlines } from '../../../client/src/ui/locales/en-deadlines.ts';
import { blankIcons } from '../designer/blank-icons.ts';
import { VIEW } from './view-of-harbour.ts';

jest.unstable_mockModule('@ant-design/icons', blankIcons);
const { byDay } = await import('../../../client/src/designer/deadlines/due-days.ts');
const { EffectPanel } = await import('../../../client/src/designer/deadlines/effect-panel.tsx');
const { MonthCalendar } = await import('../../../client/src/designer/deadlines/month-calendar.tsx');

await i18next.use(initReactI18next).init({
  lng: 'en',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: { ...enDeadlines, colon: ': ' } } },
});

const Calendar = () => {
  const [chosen, setChosen] = useState('2025-02-28');
  const [month, setMonth] = useState('2025-02');
  return (
    <>
      <output>{`${month} ${chosen}`}</output>
      <MonthCalendar
        month={month}
        today="2025-02-10"
        chosen={chosen}
        days={byDay(VIEW.dates, VIEW.zone)}
        colours={new Map()}
        onMonth={setMonth}
        onChoose={setChosen}
      />
    </>
  );
};

afterEach(cleanup);

describe('the calendar of deadlines', () => {
  it('says of each day how much is due on it', () => {
    render(<Calendar />);
    expect(screen.getByRole('button', { name: '28 Feb 2025: 1 due' }).getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByRole('button', { name: '27 Feb 2025: nothing due' }).getAttribute('tabindex')).toBe('-1');
    expect(screen.getByRole('button', { name: '10 Feb 2025: nothing due' }).getAttribute('aria-current')).toBe('date');
  });

  it('is walked with arrow keys into the next month, and with page keys from month to month', async () => {
    const user = userEvent.setup();
    render(<Calendar />);
    screen.getByRole('button', { name: '28 Feb 2025: 1 due' }).focus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('status').textContent).toBe('2025-03 2025-03-01');
    screen.getByRole('button', { name: '1 Mar 2025: nothing due' }).focus();
    await user.keyboard('{PageUp}');
    expect(screen.getByRole('status').textContent).toBe('2025-02 2025-02-01');
  });
});

describe('the effect of moving a deadline', () => {
  const row = {
    case: '00000000-0000-4000-8000-000000000001',
    organisation: null,
    period: null,
    before: '2025-03-01T00:00:00.000Z',
    after: '2025-03-06T00:00:00.000Z',
  };

  it('is told in one sentence for those who move together, with who is no more overdue', () => {
    const rows = [
      { ...row, title: 'North quay', turns: 'on-time' as const },
      { ...row, case: '00000000-0000-4000-8000-000000000003', title: 'South quay', turns: null },
    ];
    const counts = { moved: 2, onTime: 1, overdue: 0, reported: 4, reportedLate: 1, extended: 0 };
    const preview = { token: 't', rows, counts, refusals: [], findings: [], scenarios: ['Late'] };
    render(<EffectPanel preview={preview} isCounting={false} zone={VIEW.zone} />);
    const told = screen.getByRole('region', { name: 'Effect' }).textContent;
    expect(told).toContain('2 organisations move from 28 Feb 2025 to 5 Mar 2025; 1 of them are no more overdue');
    expect(told).toContain('4 that have reported are not touched');
    expect(told).toContain('1 of them were late, and stay so');
    expect(told).toContain('Scenarios of the workflow take their dates along: Late');
  });

  it('tells why nothing can be done', () => {
    const counts = { moved: 0, onTime: 0, overdue: 0, reported: 0, reportedLate: 0, extended: 0 };
    const refusals = [{ title: 'North quay', message: 'too long' }];
    const preview = { token: 't', rows: [], counts, refusals, findings: [], scenarios: [] };
    render(<EffectPanel preview={preview} isCounting={false} zone={VIEW.zone} />);
    expect(screen.getByRole('alert').textContent).toContain('North quay: too long');
  });
});
