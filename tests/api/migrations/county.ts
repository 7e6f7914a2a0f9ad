/** The berth list with a county that looks at it before the commission does. */

export const LIST = 'berth_list.yaml';

const COUNTY = `  county:
    title: With the county
    rights: {clerk: {read: all}, master: {read: all}}
    deadline: check
    tasks: {look: {actors: [inspector, master], claim: true}}
    on:
      pass_on: {kind: approve, title: Pass on, by: [master, inspector], to: sent}
  sent:
`;

export const withCounty = (text: string): string =>
  text.replace('        to: sent\n', '        to: county\n').replace('  sent:\n', COUNTY);

/** The state in which the commission checks, under another name. */
export const renamed =
  (state: string, title = 'With the commission') =>
  (text: string): string =>
    text
      .replace('        to: sent\n', `        to: ${state}\n`)
      .replace('  sent:\n    title: With the commission', `  ${state}:\n    title: ${title}`);
