/** @jest-environment jsdom */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { useState } from 'react';
import { initReactI18next } from 'react-i18next';
import { enPublish } from '../../../client/src/ui/locales/en-publish.ts';
import { blankIcons } from '../designer/blank-icons.ts';

jest.unstable_mockModule('@ant-design/icons', blankIcons);
const { openIn, PlanForm } = await import('../../../client/src/designer/publish/plan-form.tsx');

await i18next.use(initReactI18next).init({
  lng: 'en',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: enPublish } },
});

/** What a list that opens needs of a browser and jsdom does not have: nothing is measured here. */
class Unmeasured {
  observe = (): void => undefined;
  unobserve = (): void => undefined;
  disconnect = (): void => undefined;
}
class Soon {
  port1: { onmessage: (() => void) | null } = { onmessage: null };
  port2 = { postMessage: () => void setTimeout(() => this.port1.onmessage?.(), 0) };
}
Object.assign(globalThis, { ResizeObserver: Unmeasured, MessageChannel: Soon });

const PLAN = `apiVersion: formflow/v1
kind: Migration
key: berths_1_to_2
workflow: berths
from: 1
to: 2
states: # where they go
  sent:
`;

const CHOICES = {
  title: 'Berths',
  before: { states: [{ value: 'sent', label: 'Sent' }], fields: [{ value: 'phone', label: 'Phone' }] },
  after: {
    states: [
      { value: 'open', label: 'Open' },
      { value: 'received', label: 'Received' },
    ],
    fields: [{ value: 'phone', label: 'Phone' }],
  },
};

const Host = ({ told }: { told: (text: string) => void }) => {
  const [text, setText] = useState(PLAN);
  return (
    <PlanForm
      text={text}
      open={['sent']}
      standing={[
        { state: 'sent', cases: 3 },
        { state: 'open', cases: 40 },
      ]}
      choices={CHOICES}
      onText={(next) => {
        setText(next);
        told(next);
      }}
    />
  );
};

afterEach(cleanup);

describe('a plan for running cases', () => {
  it('is filled in by choosing, and written as a person would, comments kept', async () => {
    const user = userEvent.setup();
    let text = PLAN;
    render(<Host told={(next) => (text = next)} />);
    expect(openIn(text, ['sent'])).toBe(1);
    await user.click(screen.getByRole('combobox', { name: 'Sent goes to' }));
    await user.click(await screen.findByTitle('Received'));
    expect(text).toBe(PLAN.replace('  sent:\n', '  sent: received\n'));
    expect(openIn(text, ['sent'])).toBe(0);
  });

  it('sends cases on whose state stays, with their number beside it, and leaves them where they are again', async () => {
    const user = userEvent.setup();
    let text = PLAN;
    render(<Host told={(next) => (text = next)} />);
    const row = screen.getByRole('row', { name: /open \(40 running\)/ });
    await user.click(within(row).getByRole('combobox', { name: 'open goes to' }));
    await user.click(await screen.findByTitle('Received'));
    expect(text).toContain('  open: received\n');
    await user.click(within(row).getByRole('combobox', { name: 'open goes to' }));
    await user.click(await screen.findByTitle('Open · stay here'));
    expect(text).not.toContain('open:');
  });

  it('moves the values of a field, and takes that back', async () => {
    const user = userEvent.setup();
    let text = PLAN;
    render(<Host told={(next) => (text = next)} />);
    await user.click(screen.getByRole('button', { name: 'Add a field' }));
    expect(text).toMatch(/fields:\n? *-? *\[?.*move: \{phone: phone\}/s);
    const table = screen.getByRole('table', { name: /^Fields/ });
    await user.click(within(table).getByRole('button', { name: 'Remove phone' }));
    expect(text).not.toContain('fields');
  });
});
