import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds package.json, above the sources as above what is built from them. */
export const rootFolder = (folder: string = import.meta.dirname): string =>
  existsSync(join(folder, 'package.json')) || dirname(folder) === folder ? folder : rootFolder(dirname(folder));
