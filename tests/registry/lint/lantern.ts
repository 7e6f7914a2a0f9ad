/** A small sound programme, "lanterns lent to night guides", whose parts a test replaces by what it is about. */

type Parts = Record<string, string>;

/** One part a line, in order; a test gives other values, further parts, or `''` to leave one out. */
const yaml = (parts: Parts): string =>
  Object.entries(parts)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');

export const aProgramme = (parts: Parts = {}): string =>
  yaml({
    apiVersion: 'formflow/v1',
    kind: 'Programme',
    key: 'trial',
    title: 'Lanterns',
    notice: '{issued: 2025-01-06}',
    zone: 'Europe/Lisbon',
    calendar: 'trial',
    locales: '[en]',
    organisation_kinds: '{guild: {title: Guild}, hut: {title: Hut}}',
    roles:
      '{lender: {title: Lender, may: [cases.fill]}, keeper: {title: Keeper, may: [cases.read, cases.review, deadlines.manage]}}',
    workflows: '[trial]',
    ...parts,
  });

export const aWorkflow = (parts: Parts = {}): string => {
  const { require = '', submit = '', states = '', ...rest } = parts;
  const sent = submit === '' ? 'kind: submit, title: Send, by: [lender], to: sent' : submit;
  const guard = require === '' ? '' : `, require: ${require}`;
  return yaml({
    apiVersion: 'formflow/v1',
    kind: 'Workflow',
    key: 'trial',
    title: 'Lending',
    subject: '{form: trial, per: [organisation]}',
    actors: '{lender: {role: lender, scope: own}, keeper: {role: keeper, scope: programme, not_same_as: [lender]}}',
    deadlines: '{lend: {on: 2025-03-31}, check: {within: P5D}}',
    initial: 'open',
    states:
      states === ''
        ? `\n  open: {title: Open, deadline: lend, on: {send: {${sent}${guard}}}}\n` +
          '  sent: {title: Sent, deadline: check, on: {accept: {kind: approve, title: Accept, by: [keeper], to: done}}}\n' +
          '  done: {title: Done, final: success}'
        : states,
    ...rest,
  });
};

export const aForm = (properties: Record<string, unknown>, more: Record<string, unknown> = {}): string =>
  JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'trial',
    title: 'Lantern',
    type: 'object',
    properties,
    ...more,
  });

export const aCalendar = (years = '{"2025": {holidays: []}}'): string =>
  yaml({ apiVersion: 'formflow/v1', kind: 'Calendar', key: 'trial', title: 'C', years });

export const aScenario = (parts: Parts = {}): string =>
  yaml({
    kind: 'Scenario',
    key: 'trial',
    workflow: 'trial',
    given: '{now: 2025-03-01T09:00, organisation: {kind: hut}}',
    steps: '[{do: send, as: lender, expect: {state: sent}}, {do: accept, as: keeper, expect: {state: done}}]',
    ...parts,
  });
