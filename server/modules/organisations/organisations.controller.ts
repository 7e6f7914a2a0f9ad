import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { z } from 'zod';
import {
  ImportOrganisations,
  ImportReport,
  OrganisationQuery,
  OrganisationView,
  SaveOrganisation,
} from '../../contract/wire/organisation.ts';
import type { Page } from '../../contract/wire/page.ts';
import { Allow } from '../allow.ts';
import { Answers, pageOf } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Language } from '../language.ts';
import { Who } from '../who.ts';
import { OrganisationsImportService } from './organisations-import.service.ts';
import { OrganisationsService } from './organisations.service.ts';

/** A file of the largest size that the shape allows, with every character escaped. */
const IMPORT_LIMIT = 12_000_000;

/** Who works with more than one organisation may see which there are. */
const READERS = [
  'organisations.manage',
  'people.manage',
  'cases.read',
  'boards.read',
  'deadlines.manage',
  'audit.read',
  'definitions.edit',
  'definitions.publish',
] as const;

@Controller('organisations')
export class OrganisationsController {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly imports: OrganisationsImportService,
  ) {}

  @Get()
  @Allow({ permission: READERS })
  @Answers(pageOf(OrganisationView))
  list(@Query({ schema: OrganisationQuery }) query: OrganisationQuery): Promise<Page<OrganisationView>> {
    return this.organisations.page(query);
  }

  @Get(':id')
  @Allow({ permission: READERS })
  @Answers(OrganisationView)
  show(@Param('id', { schema: z.uuid() }) id: string): Promise<OrganisationView> {
    return this.organisations.show(id);
  }

  @Post()
  @HttpCode(201)
  @Allow({ permission: 'organisations.manage' })
  @Answers(OrganisationView)
  create(@Body({ schema: SaveOrganisation }) body: SaveOrganisation, @Who() who: Identity): Promise<OrganisationView> {
    return this.organisations.create(who, body);
  }

  @Post('import')
  @HttpCode(200)
  @RouteConfig({ bodyLimit: IMPORT_LIMIT })
  @Allow({ permission: 'organisations.manage' })
  @Answers(ImportReport)
  import(
    @Body({ schema: ImportOrganisations }) body: ImportOrganisations,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<ImportReport> {
    return this.imports.run(who, body, language);
  }

  @Patch(':id')
  @Allow({ permission: 'organisations.manage' })
  @Answers(OrganisationView)
  change(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: SaveOrganisation }) body: SaveOrganisation,
    @Who() who: Identity,
  ): Promise<OrganisationView> {
    return this.organisations.change(who, id, body);
  }
}
