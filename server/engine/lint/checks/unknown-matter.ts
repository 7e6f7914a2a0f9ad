import { type Check, say, unknownAmong, workflowsOf } from '../check.ts';
import { expressionsOf } from '../expression-sites.ts';

const OPEN = /\bopen\(\s*(['"])([^'"]*)\1\s*\)/g;

/** `open('key')` counts the open side records of a kind that the workflow has. */
export const unknownMatter: Check = {
  code: 'unknown-matter',
  severity: 'error',
  remarks: (dossier) => {
    const sites = expressionsOf(dossier).filter(({ of }) => of.kind === 'Workflow');
    return workflowsOf(dossier).flatMap(({ of, workflow }) => {
      const references = sites
        .filter((site) => site.of.key === of.key)
        .flatMap(({ path, text }) => [...text.matchAll(OPEN)].map(([, , name = '']) => ({ path, name })));
      const known = Object.keys(workflow.matters ?? {});
      return unknownAmong(of, references, { thing: say('附带事项', 'matter'), known });
    });
  },
};
