import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workflow } from '../../../server/contract/definition/workflow.ts';
import { treeOf, valueOf } from '../../../client/src/designer/yaml/read-yaml.ts';
import { isScalar, visit } from 'yaml';

/** Every definition text of the repository that is written in YAML. */
export const YAML_TEXTS = ['workflows', 'tests/fixtures/programmes']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file))))
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .map((file) => readFileSync(file, 'utf8'));

/** Those that are workflows. */
export const WORKFLOW_TEXTS = YAML_TEXTS.filter((text) => valueOf(text)?.['kind'] === 'Workflow');

/** The comments of a text, as its reader counts them: what only looks like one inside a quoted text is none. */
export const commentsOf = (text: string): string[] => {
  const tree = treeOf(text);
  const inValues: [number, number][] = [];
  visit(tree, (_, node) => {
    if (isScalar(node) && node.range != null) inValues.push([node.range[0], node.range[1]]);
  });
  return [...text.matchAll(/(?<=^|\s)#.*$/gm)]
    .filter(({ index }) => inValues.every(([from, to]) => index < from || index >= to))
    .map(([comment]) => comment.trim())
    .sort();
};

/** What is wrong with the form of a workflow's text; empty where the registry would take it. */
export const faultsOf = (text: string): string[] => {
  const { success, error } = Workflow.safeParse(valueOf(text));
  return success ? [] : error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};
