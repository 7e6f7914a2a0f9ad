import { Controller, Get, Header, Param } from '@nestjs/common';
import { z } from 'zod';
import { Key } from '../../contract/key.ts';
import { FormPackage, ProgrammeView, WorkflowPackage } from '../../contract/wire/definition.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Language } from '../language.ts';
import { Who } from '../who.ts';
import { DefinitionsService } from './definitions.service.ts';

/** Programmes, forms and workflows as they are published. */
@Controller()
@Allow('signed-in')
export class DefinitionsController {
  constructor(private readonly definitions: DefinitionsService) {}

  @Get('programmes')
  @Answers(z.array(ProgrammeView))
  programmes(@Who() who: Identity, @Language() language: string): Promise<ProgrammeView[]> {
    return this.definitions.all(who, language);
  }

  @Get('programmes/:programme')
  @Answers(ProgrammeView)
  programme(
    @Param('programme', { schema: Key }) key: string,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<ProgrammeView> {
    return this.definitions.programme(who, key, language);
  }

  @Get('forms/:version')
  @Answers(FormPackage)
  form(
    @Param('version', { schema: z.uuid() }) version: string,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<FormPackage> {
    return this.definitions.form(who, version, language);
  }

  @Get('forms/:version/validators.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'private, max-age=31536000, immutable')
  @Answers(z.string())
  validators(@Param('version', { schema: z.uuid() }) version: string, @Who() who: Identity): Promise<string> {
    return this.definitions.validators(who, version);
  }

  @Get('workflows/:version')
  @Answers(WorkflowPackage)
  workflow(@Param('version', { schema: z.uuid() }) version: string, @Who() who: Identity): Promise<WorkflowPackage> {
    return this.definitions.workflow(who, version);
  }
}
