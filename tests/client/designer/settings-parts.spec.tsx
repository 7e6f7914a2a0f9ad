/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { addSettingsTexts } from '../../../client/src/designer/settings/add-texts.ts';
import { PublishedContext } from '../../../client/src/designer/settings/published-context.ts';
import { KindsPart } from '../../../client/src/designer/settings/parts/kinds.tsx';
import type { Need } from '../../../client/src/designer/settings/parts/role-needs.ts';
import { RolesPart } from '../../../client/src/designer/settings/parts/roles.tsx';
import { WorkflowsPart } from '../../../client/src/designer/settings/parts/workflows.tsx';
import { DeskContext } from '../../../client/src/designer/workflow/desk-context.ts';
import { useHistory } from '../../../client/src/designer/workflow/use-history.ts';
import { valueOf } from '../../../client/src/designer/yaml/read-yaml.ts';
import { startLanguage } from '../../../client/src/ui/language.ts';

/** Parts of a programme's settings, by what a reader of the screen hears. */

jest.setTimeout(30_000);

const TEXT = `# Lanterns
locales: [en]
organisation_kinds:
  hut: {title: Hut} # in the hills
roles:
  lender: {title: Lender, may: [cases.fill]} # lends
workflows: [lending, mending]
`;

let text = '';

const Desk = ({ children, published }: { children: ReactNode; published: string }) => {
  const history = useHistory(TEXT);
  text = history.text;
  const value = valueOf(history.text) ?? {};
  return (
    <DeskContext
      value={{
        text: history.text,
        workflow: value,
        isBroken: false,
        findings: [],
        published: new Set(),
        surroundings: { programme: value, locales: ['en'], forms: [], fields: [] },
        language: 'en',
        selected: [],
        select: () => undefined,
        run: history.run,
      }}
    >
      <PublishedContext value={valueOf(published) ?? {}}>
        <button type="button" onClick={history.undo}>
          back
        </button>
        {children}
      </PublishedContext>
    </DeskContext>
  );
};

const show = (part: ReactNode, published = 'a: 1'): void => {
  render(<Desk published={published}>{part}</Desk>);
};

const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

/** jsdom lays nothing out, so nothing ever changes its size. */
class StillObserver implements ResizeObserver {
  observe(): void {
    return undefined;
  }
  unobserve(): void {
    return undefined;
  }
  disconnect(): void {
    return undefined;
  }
}

beforeAll(async () => {
  globalThis.ResizeObserver = StillObserver;
  localStorage.setItem('formflow.language', 'en');
  await startLanguage();
  addSettingsTexts();
});
afterEach(cleanup);

describe('the roles of a programme', () => {
  const needs: Need[] = [{ role: 'lender', permission: 'cases.fill', workflow: 'Lending', action: 'Send' }];

  it('say in words what each may do, and what for', () => {
    show(<RolesPart needs={needs} />);
    const lender = within(screen.getByRole('group', { name: 'Lender' }));
    expect(lender.getByRole('checkbox', { name: /fill in for the own organisation/ })).toHaveProperty('checked', true);
    expect(lender.getByText('(needed for Lending · Send)')).not.toBeNull();
    expect(lender.queryByText(/lacks what it has to do/)).toBeNull();
  });

  it('warn when one loses what a workflow needs, and keep the empty list', () => {
    show(<RolesPart needs={needs} />);
    fireEvent.click(screen.getByRole('checkbox', { name: /fill in for the own organisation/ }));
    expect(screen.getByText(/lacks what it has to do/)).not.toBeNull();
    expect(text).toContain('lender: {title: Lender, may: []} # lends');
    press('back');
    expect(text).toBe(TEXT);
  });

  it('give a new one a key that follows from its name', () => {
    show(<RolesPart needs={[]} />);
    fireEvent.change(screen.getByLabelText('Name of the new role'), { target: { value: 'Night guide' } });
    press('plus Add role');
    expect(valueOf(text)).toMatchObject({ roles: { night_guide: { title: 'Night guide', may: [] } } });
  });

  it('refuse a key that is taken or is none', () => {
    show(<RolesPart needs={[]} />);
    fireEvent.change(screen.getByLabelText('Name of the new role'), { target: { value: 'Another' } });
    for (const key of ['lender', 'Night guide', '9']) {
      fireEvent.change(screen.getByLabelText(/^Key of the new role/), { target: { value: key } });
      expect(screen.getByRole('button', { name: 'plus Add role' })).toHaveProperty('disabled', true);
    }
  });
});

describe('a kind of organisations', () => {
  it('goes at once while it is new', () => {
    show(<KindsPart />);
    press('Remove “Hut”');
    expect(valueOf(text)).toMatchObject({ organisation_kinds: {} });
  });

  it('is asked about once more when it was published', async () => {
    show(<KindsPart />, TEXT);
    press('Remove “Hut”');
    expect(valueOf(text)).toMatchObject({ organisation_kinds: { hut: {} } });
    expect(await screen.findByText(/“Hut” is published and in use/)).not.toBeNull();
  });
});

describe('the workflows that run', () => {
  const workflows = [
    { value: 'lending', label: 'Lending' },
    { value: 'mending', label: 'Mending' },
    { value: 'counting', label: 'Counting' },
  ];

  it('are ticked, and stand in the order of the screen', () => {
    show(<WorkflowsPart workflows={workflows} />);
    fireEvent.click(screen.getByRole('checkbox', { name: /Counting/ }));
    press('Move “Counting” up');
    fireEvent.click(screen.getByRole('checkbox', { name: /Lending/ }));
    expect(text).toContain('workflows: [counting, mending]');
  });
});
