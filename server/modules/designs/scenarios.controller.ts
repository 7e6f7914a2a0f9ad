import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Key } from '../../contract/key.ts';
import { PlayScenarios, ScenarioReport } from '../../contract/wire/design.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import { Language } from '../language.ts';
import { READERS } from './edit-rights.ts';
import { ScenariosService } from './scenarios.service.ts';

/** Tests that administrators write for their workflows. */
@Controller('programmes/:programme/definitions/scenarios')
@Allow({ permission: READERS })
export class ScenariosController {
  constructor(private readonly scenarios: ScenariosService) {}

  @Post()
  @HttpCode(200)
  @Answers(ScenarioReport)
  play(
    @Param('programme', { schema: Key }) programme: string,
    @Body({ schema: PlayScenarios }) body: PlayScenarios,
    @Language() language: string,
  ): Promise<ScenarioReport> {
    return this.scenarios.play(programme, body, language);
  }
}
