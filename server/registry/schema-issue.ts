import type { ErrorObject } from 'ajv';

/** One place of the data that breaks the schema: JSON Pointer to the value (to the missing one where it is missing), and the keyword. */
export interface SchemaIssue {
  pointer: string;
  keyword: string;
  params: Record<string, unknown>;
}

/** More issues than this are not told one by one. */
export const MOST_ISSUES = 1_000;

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Errors that only say that one of the errors beside them happened. */
const ECHOES = new Set(['if', 'x-na', 'not', 'anyOf', 'allOf']);

const inner = (params: Record<string, unknown>): string | undefined => {
  const key = params['missingProperty'] ?? params['additionalProperty'];
  return typeof key === 'string' ? key : undefined;
};

const issueOf = ({ instancePath, keyword, params }: ErrorObject): SchemaIssue => {
  const key = inner(params);
  return {
    pointer: key === undefined ? instancePath : `${instancePath}/${escaped(key)}`,
    keyword: keyword === 'false schema' ? 'false' : keyword,
    params,
  };
};

/** The errors of the validator as issues: each place and keyword once, and of a value of the wrong type only that. */
export const issuesOf = (errors: readonly ErrorObject[]): SchemaIssue[] => {
  const told = new Map<string, SchemaIssue>();
  const wrongType = new Set<string>();
  for (const error of errors) {
    const issue = issueOf(error);
    if (ECHOES.has(issue.keyword) && errors.length > 1) continue;
    if (issue.keyword === 'type' || issue.keyword === 'false') wrongType.add(issue.pointer);
    if (told.size < MOST_ISSUES) told.set(`${issue.pointer} ${issue.keyword}`, issue);
  }
  return [...told.values()].filter(
    ({ pointer, keyword }) => !wrongType.has(pointer) || keyword === 'type' || keyword === 'false',
  );
};
