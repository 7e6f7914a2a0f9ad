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
  /** `apply`: the account of the person in whose name it is published. */
  as: string | null;
  /** Files with plans for running cases. */
  plans: string[];
  /** Whether due dates of running cases follow new rules. */
  dates: 'move' | 'keep';
}

const USAGE: Record<Tongue, string> = {
  'zh-CN': `用法：npm run definitions -- <命令> [文件夹] [--lang zh-CN|en] [--json] [--note 说明] [--drafts] [--beside-drafts]
                                 [--as 账号] [--plan 文件]… [--dates move|keep]
  lint   检查文件夹中 forms/ 和 workflows/ 的全部定义
  test   另外演练全部场景，并报告覆盖率
  plan   与数据库比较，并用现有数据核对：apply 会改变什么，影响谁（与网页“发布”相同）
  apply  经同样的关口发布不同之处，成为新的不可变版本，并导入 organisations.csv；在办事项随之衔接。
         改变流程结构或数据含义的，须用 --as 写明由谁提出，等另一人在网页“发布”中确认；事项会失去所在环节的，须用 --plan
         给出衔接方案；--dates keep 保留在办事项的截止时间；网页中有草稿时不发布，除非加 --beside-drafts
  pull   把数据库中已发布的定义写回文件夹；加 --drafts 则连同网页中的草稿`,
  en: `Usage: npm run definitions -- <command> [folder] [--lang zh-CN|en] [--json] [--note text] [--drafts] [--beside-drafts]
                                 [--as account] [--plan file]... [--dates move|keep]
  lint   checks all definitions in forms/ and workflows/ of the folder
  test   plays all scenarios as well and tells their coverage
  plan   tells what apply would change in the database, and for whom, as the page Publish does
  apply  publishes what differs through the same gate, as new versions that never change, and imports organisations.csv;
         running cases follow. Changes of structure and of what data means need --as, and wait until another person
         confirms them on the page Publish; where running cases would lose their state, --plan says where they go;
         --dates keep leaves their due dates. Not where browsers hold drafts of the same, unless with --beside-drafts
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
        as: { type: 'string' },
        plan: { type: 'string', multiple: true },
        dates: { type: 'string' },
      },
    });
    const [command, folder = '.', ...rest] = positionals;
    const tongue = tongueOf(values.lang);
    const { dates = 'move' } = values;
    if (!isCommand(command) || rest.length > 0 || (dates !== 'move' && dates !== 'keep'))
      return { usage: USAGE[tongue] };
    return {
      command,
      folder,
      tongue,
      json: values.json === true,
      note: values.note ?? null,
      drafts: values.drafts === true,
      besideDrafts: values['beside-drafts'] === true,
      as: values.as ?? null,
      plans: values.plan ?? [],
      dates,
    };
  } catch {
    return { usage: USAGE[tongueOf(undefined)] };
  }
};
