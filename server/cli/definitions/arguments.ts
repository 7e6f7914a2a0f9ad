import { parseArgs } from 'node:util';
import { type Tongue, tongueOf } from './tongue.ts';

const COMMANDS = ['lint', 'plan', 'apply', 'pull', 'test'] as const;
type Command = (typeof COMMANDS)[number];

export interface Order {
  command: Command;
  /** The folder that holds `forms/` and `workflows/`. */
  folder: string;
  tongue: Tongue;
  /** Findings and figures as one JSON value instead of lines. */
  json: boolean;
  /** Why this is published; kept with the versions. */
  note: string | null;
  /** `pull`: texts that are edited in browsers as well. */
  drafts: boolean;
  /** `apply`: although browsers hold drafts of the same definitions. */
  besideDrafts: boolean;
}

const USAGE: Record<Tongue, string> = {
  'zh-CN': `用法：npm run definitions -- <命令> [文件夹] [--lang zh-CN|en] [--json] [--note 说明] [--drafts] [--beside-drafts]
  lint   检查文件夹中 forms/ 和 workflows/ 的全部定义
  test   另外演练全部场景，并报告覆盖率
  plan   与数据库比较，说明 apply 会改变什么
  apply  发布不同之处，成为新的不可变版本，并导入 organisations.csv；网页中有草稿时不发布，除非加 --beside-drafts
  pull   把数据库中已发布的定义写回文件夹；加 --drafts 则连同网页中的草稿`,
  en: `Usage: npm run definitions -- <command> [folder] [--lang zh-CN|en] [--json] [--note text] [--drafts] [--beside-drafts]
  lint   checks all definitions in forms/ and workflows/ of the folder
  test   plays all scenarios as well and tells their coverage
  plan   tells what apply would change in the database
  apply  publishes what differs, as new versions that never change, and imports organisations.csv; not where browsers hold
         drafts of the same, unless with --beside-drafts
  pull   writes the published definitions back to the folder; with --drafts, those edited in browsers as well`,
};

const isCommand = (word: string | undefined): word is Command => COMMANDS.some((command) => command === word);

/** What is asked for on the command line; the usage text where that cannot be understood. */
export const readOrder = (words: readonly string[]): Order | { usage: string } => {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        lang: { type: 'string' },
        json: { type: 'boolean' },
        note: { type: 'string' },
        drafts: { type: 'boolean' },
        'beside-drafts': { type: 'boolean' },
      },
    });
    const [command, folder = '.', ...rest] = positionals;
    const tongue = tongueOf(values.lang);
    if (!isCommand(command) || rest.length > 0) return { usage: USAGE[tongue] };
    return {
      command,
      folder,
      tongue,
      json: values.json === true,
      note: values.note ?? null,
      drafts: values.drafts === true,
      besideDrafts: values['beside-drafts'] === true,
    };
  } catch {
    return { usage: USAGE[tongueOf(undefined)] };
  }
};
