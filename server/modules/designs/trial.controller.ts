import { Controller, Get, Header, Param } from '@nestjs/common';
import { z } from 'zod';
import { Key } from '../../contract/key.ts';
import { TrialPackage } from '../../contract/wire/design.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import { READERS } from './edit-rights.ts';
import { TrialService } from './trial.service.ts';

const CodeName = z
  .string()
  .regex(/^[0-9a-f]{32}\.js$/)
  .transform((name) => name.slice(0, -'.js'.length));

/** Drafts to be tried out before they are published. */
@Controller('programmes/:programme/definitions/trial')
@Allow({ permission: READERS })
export class TrialController {
  constructor(private readonly trials: TrialService) {}

  @Get(':workflow')
  @Header('cache-control', 'private, no-store')
  @Answers(TrialPackage)
  trial(
    @Param('programme', { schema: Key }) programme: string,
    @Param('workflow', { schema: Key }) workflow: string,
  ): Promise<TrialPackage> {
    return this.trials.trial(programme, workflow);
  }

  @Get(':workflow/validators/:name')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'private, max-age=31536000, immutable')
  @Answers(z.string())
  validators(
    @Param('programme', { schema: Key }) programme: string,
    @Param('workflow', { schema: Key }) workflow: string,
    @Param('name', { schema: CodeName }) name: string,
  ): Promise<string> {
    return this.trials.code(programme, workflow, name);
  }
}
