import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../../client/src/designer');

/**
 * Icons as empty drawings, by the names that the designer uses: Jest cannot read the library that draws them, and no test
 * here looks at a picture.
 */
export const blankIcons = (): Record<string, () => null> => {
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .flatMap((name) =>
      [...readFileSync(join(FOLDER, name), 'utf8').matchAll(/\b\w+Outlined\b/g)].map(([icon]) => icon),
    );
  return Object.fromEntries([...new Set(names)].map((name) => [name, () => null]));
};
