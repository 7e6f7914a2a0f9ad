import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PublishService } from '../modules/definitions/publish.service.ts';
import { DemonstrationLoader } from '../modules/demonstration/demonstration-loader.ts';
import { readFolder } from '../registry/folder.ts';
import { readOrganisations } from '../registry/organisations.ts';
import { rootFolder } from './checkout.ts';
import type { Config } from './config.ts';

const publishShipped = async (app: NestFastifyApplication, root: string): Promise<void> => {
  const { sources, organisations } = await readFolder(root);
  await app.get(PublishService).publishMissing({
    sources,
    organisations: organisations.flatMap(({ bytes, file }) => readOrganisations(bytes, file).organisations),
  });
};

/**
 * What has to be there before the first page is served: in a demonstration the definitions that come with the system,
 * as far as nobody published others, and its organisations and accounts. Elsewhere nothing; a database that holds a
 * demonstration is then refused.
 */
export const prepareDemonstration = async (app: NestFastifyApplication, { isDemo }: Config): Promise<void> => {
  const root = rootFolder();
  const loader = app.get(DemonstrationLoader);
  await loader.begin(root);
  if (!isDemo) return;
  await publishShipped(app, root);
  await loader.people();
};

/** What happens beside the first visitors: the steps of the demonstration are played as real actions. */
export const playDemonstration = (app: NestFastifyApplication): Promise<void> => app.get(DemonstrationLoader).play();
