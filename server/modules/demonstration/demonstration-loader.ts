import { Injectable } from '@nestjs/common';
import { readFolder } from '../../registry/folder.ts';
import { StartRefused } from '../../storage/start-refused.ts';
import { Clock } from '../clock.ts';
import { SessionSettings } from '../sessions/session-settings.ts';
import { DemonstrationPeople } from './demonstration-people.ts';
import { DemonstrationPlayer } from './demonstration-player.ts';
import { DemonstrationRepository, isOver } from './demonstration.repository.ts';
import { type DemonstrationScript, scriptOf } from './demonstration-script.ts';

const inUse = new StartRefused({
  zh: '这个数据库已在使用，不能载入演示数据：请设 DEMO=0，或另用一个空数据库',
  en: 'This database is in use, so the demonstration cannot be loaded into it: set DEMO=0, or use an empty database',
});

const isShow = new StartRefused({
  zh: '这个数据库里是演示数据（账号的密码是公开的）：请设 DEMO=1，或另用一个数据库',
  en: 'This database holds a demonstration, whose accounts have published passwords: set DEMO=1, or use another database',
});

/**
 * Brings up the demonstration on its first start, and goes on where an earlier start was interrupted. In three parts,
 * because the definitions are published after the clock is set and before there are people: `begin`, `people`, `play`.
 */
@Injectable()
export class DemonstrationLoader {
  private script: DemonstrationScript | undefined;

  constructor(
    private readonly settings: SessionSettings,
    private readonly repository: DemonstrationRepository,
    private readonly clock: Clock,
    private readonly makers: DemonstrationPeople,
    private readonly player: DemonstrationPlayer,
  ) {}

  /** Before definitions are published: refuses a database of the wrong kind, and sets the clock. `root` holds `workflows/`. */
  async begin(root: string): Promise<void> {
    const progress = await this.repository.progress();
    if (!this.settings.isDemonstration) {
      if (progress !== undefined) throw isShow;
      return;
    }
    if (progress === undefined && (await this.repository.hasPeople())) throw inUse;
    if (progress !== undefined && isOver(progress)) return;
    this.script = scriptOf(await readFolder(root));
    if (this.script !== undefined) await this.clock.begin(new Date(this.script.begins));
  }

  /** After definitions were published, before the first page is served: organisations and accounts. */
  async people(): Promise<void> {
    if (this.script !== undefined) await this.makers.make(this.script);
  }

  /** Plays what has not been played, beside the first visitors. */
  async play(): Promise<void> {
    if (this.script !== undefined) await this.player.play(this.script);
  }
}
