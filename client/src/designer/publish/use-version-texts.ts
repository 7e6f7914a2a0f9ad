import { useQuery } from '@tanstack/react-query';
import type { EditedName } from '#contract/wire/design.ts';
import { fetchDefinition, fetchVersion } from '../../api/designs.ts';

/** A side of a comparison: the number of a version, or the draft. */
export type Side = number | 'draft';

const textOf = async (programme: string, name: EditedName, side: Side): Promise<string> =>
  side === 'draft'
    ? ((await fetchDefinition(programme, name)).draft?.text ?? '')
    : (await fetchVersion(programme, name, side)).text;

const programmeText = async (programme: string): Promise<string> => {
  const { published, draft } = await fetchDefinition(programme, { kind: 'Programme', key: programme });
  return published?.text ?? draft?.text ?? '';
};

/** The texts of two sides, and the programme's, by which titles and roles are told. */
export const useVersionTexts = (programme: string, name: EditedName, sides: { before: Side; after: Side } | null) =>
  useQuery({
    queryKey: ['version-texts', programme, name, sides],
    queryFn: async () => {
      const { before, after } = sides ?? { before: 'draft', after: 'draft' };
      const [a, b, p] = await Promise.all([
        textOf(programme, name, before),
        textOf(programme, name, after),
        programmeText(programme),
      ]);
      return { before: a, after: b, programme: p };
    },
    enabled: sides !== null,
  });
