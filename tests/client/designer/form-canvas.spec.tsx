/** @jest-environment jsdom */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { blankIcons } from './blank-icons.ts';

jest.unstable_mockModule('@ant-design/icons', blankIcons);
const { CanvasHost, FLEET, latest } = await import('./canvas-host.tsx');

const order = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-card]')].map((card) => card.dataset['card'] ?? '');
const card = (id: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-card="${id}"]`);
  if (found === null) throw new Error(`no card ${id}`);
  return found;
};

const copied = (type: string, data: Map<string, string>): Event => {
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.assign(event, {
    clipboardData: {
      setData: (kind: string, text: string) => data.set(kind, text),
      getData: (kind: string) => data.get(kind) ?? '',
    },
  });
  return event;
};

afterEach(cleanup);

describe('the sheet by keyboard', () => {
  it('shows every field in its order, the columns of a roster among them', () => {
    render(<CanvasHost text={FLEET} />);
    expect(order()).toEqual(['harbour', 'master', 'fleet', 'fleet.hull', 'fleet.crew']);
    expect(card('harbour').getAttribute('aria-pressed')).toBe('false');
  });

  it('arrows go from field to field, Alt with an arrow moves the field and keeps the focus on it', async () => {
    render(<CanvasHost text={FLEET} />);
    const user = userEvent.setup();
    await user.click(card('harbour'));
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(card('master'));
    expect(card('master').getAttribute('aria-pressed')).toBe('true');
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(order().slice(0, 2)).toEqual(['master', 'harbour']);
  });

  it('Delete takes the chosen fields away, Ctrl+Z brings them back to the byte', async () => {
    render(<CanvasHost text={FLEET} />);
    const user = userEvent.setup();
    await user.click(card('harbour'));
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}');
    expect(order()).toEqual(['fleet', 'fleet.hull', 'fleet.crew']);
    await user.keyboard('{Control>}z{/Control}');
    expect(order()).toHaveLength(5);
    expect(latest.text).toBe(FLEET);
    await user.keyboard('{Control>}y{/Control}');
    expect(order()).toHaveLength(3);
  });

  it('a kind of the palette goes behind the chosen field and is chosen itself', async () => {
    render(<CanvasHost text={FLEET} />);
    const user = userEvent.setup();
    await user.click(card('fleet.hull'));
    await user.click(screen.getByRole('button', { name: 'Date' }));
    expect(order()).toEqual(['harbour', 'master', 'fleet', 'fleet.hull', 'fleet.field_1', 'fleet.crew']);
    expect(card('fleet.field_1').getAttribute('aria-pressed')).toBe('true');
    // A roster cannot stand in a row: it goes behind the one that is chosen
    await user.click(screen.getByRole('button', { name: 'Roster (table of rows)' }));
    expect(order().at(-2)).toBe('rows_1');
  });

  it('what was copied is put behind the chosen field under a key of its own, and cut moves it', async () => {
    render(<CanvasHost text={FLEET} />);
    const user = userEvent.setup();
    const board = new Map<string, string>();
    await user.click(card('harbour'));
    fireEvent(document, copied('copy', board));
    fireEvent(document, copied('paste', board));
    expect(order().slice(0, 3)).toEqual(['harbour', 'harbour_2', 'master']);
    await user.click(card('master'));
    fireEvent(document, copied('cut', board));
    await user.click(card('fleet.crew'));
    fireEvent(document, copied('paste', board));
    expect(order()).toEqual(['harbour', 'harbour_2', 'fleet', 'fleet.hull', 'fleet.crew', 'fleet.master']);
  });
});
