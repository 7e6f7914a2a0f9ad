import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  BallotReceipt,
  CastBallot,
  CheckpointQuery,
  CheckpointView,
  CodeAnswer,
  CodeQuestion,
  ElectionId,
  ElectionView,
} from '../../contract/wire/ballot.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import { BoothService } from './booth.service.ts';
import { CastingService } from './casting.service.ts';
import { TalliesService } from './tallies.service.ts';

/** A ballot is small; whatever is larger is none. Bytes. */
const BALLOT_LIMIT = 8_192;

/** Where people vote, without an account, and where anybody can look at what proves the count. */
@Controller('elections/:election')
@Allow('public')
export class BoothController {
  constructor(
    private readonly booth: BoothService,
    private readonly casting: CastingService,
    private readonly tallies: TalliesService,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Answers(ElectionView)
  show(@Param('election', { schema: ElectionId }) election: string): Promise<ElectionView> {
    return this.booth.view(election);
  }

  @Get('manifest')
  @Header('content-type', 'application/json; charset=utf-8')
  @Answers(z.string())
  manifest(@Param('election', { schema: ElectionId }) election: string): Promise<string> {
    return this.booth.manifest(election);
  }

  @Get('checkpoints')
  @Header('cache-control', 'no-store')
  @Answers(z.array(CheckpointView))
  checkpoints(
    @Param('election', { schema: ElectionId }) election: string,
    @Query({ schema: CheckpointQuery }) { after }: CheckpointQuery,
  ): Promise<CheckpointView[]> {
    return this.booth.checkpoints(election, after);
  }

  @Post('ballots')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @RouteConfig({ bodyLimit: BALLOT_LIMIT })
  @Answers(BallotReceipt)
  cast(
    @Param('election', { schema: ElectionId }) election: string,
    @Body({ schema: CastBallot }) ballot: CastBallot,
    @Req() { ip }: FastifyRequest,
  ): Promise<BallotReceipt> {
    return this.casting.cast(election, ballot, ip);
  }

  @Post('codes')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @RouteConfig({ bodyLimit: BALLOT_LIMIT })
  @Answers(CodeAnswer)
  code(
    @Param('election', { schema: ElectionId }) election: string,
    @Body({ schema: CodeQuestion }) { code }: CodeQuestion,
    @Req() { ip }: FastifyRequest,
  ): Promise<CodeAnswer> {
    return this.casting.codeState(election, code, ip);
  }

  @Get('bundle.zip')
  @Answers(z.string())
  async bundle(@Param('election', { schema: ElectionId }) election: string): Promise<StreamableFile> {
    const bytes = await this.tallies.bundle(election);
    return new StreamableFile(bytes, {
      type: 'application/zip',
      disposition: `attachment; filename="${election}.zip"`,
    });
  }
}
