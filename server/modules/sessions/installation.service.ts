import { Injectable } from '@nestjs/common';
import type { Installation } from '../../contract/wire/session.ts';
import { Clock } from '../clock.ts';
import { PublishedProgrammes } from '../published-programmes.ts';
import { DemonstrationService } from './demonstration.service.ts';
import { InstallationRepository } from './installation.repository.ts';
import { SessionSettings } from './session-settings.ts';

/** In which times are shown as long as no programme names another. */
const DEFAULT_ZONE = 'Asia/Shanghai';

/** What the sign-in page shows before anybody is known. */
@Injectable()
export class InstallationService {
  constructor(
    private readonly clock: Clock,
    private readonly programmes: PublishedProgrammes,
    private readonly demonstration: DemonstrationService,
    private readonly installation: InstallationRepository,
    private readonly settings: SessionSettings,
  ) {}

  async show(language: string): Promise<Installation> {
    const [now, zone, accounts, hasPeople, loading] = await Promise.all([
      this.clock.now(),
      this.zone(),
      this.demonstration.accounts(language),
      this.installation.hasPeople(),
      this.installation.loading(),
    ]);
    return {
      demonstration: this.settings.isDemonstration,
      now: now.toISOString(),
      zone,
      accounts,
      needsSetUp: !hasPeople && !this.settings.isDemonstration,
      loading,
    };
  }

  /** The zone of the first programme: one installation serves one region. */
  async zone(): Promise<string> {
    const [first] = await this.programmes.all();
    return first?.definition.zone ?? DEFAULT_ZONE;
  }
}
