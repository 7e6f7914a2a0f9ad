import { createContext, useContext } from 'react';
import { at, type Path } from '../yaml/read-yaml.ts';

/** What the published text says: keys that stand in it are permanent. */
export const PublishedContext = createContext<Record<string, unknown>>({});

/** Whether something at a place was published already. */
export const useIsPublished = (): ((path: Path) => boolean) => {
  const published = useContext(PublishedContext);
  return (path) => at(published, path) !== undefined;
};
