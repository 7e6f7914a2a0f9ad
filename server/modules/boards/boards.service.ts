import { Injectable } from '@nestjs/common';
import type { BoardView } from '../../contract/wire/board.ts';
import { tenantOf } from '../cases/visibility.ts';
import { Clock } from '../clock.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { Models } from '../models.ts';
import { BoardRepository } from './board.repository.ts';
import { boardView } from './board-view.ts';

/** Who has reported, who has not, who is late. */
@Injectable()
export class BoardsService {
  constructor(
    private readonly models: Models,
    private readonly board: BoardRepository,
    private readonly clock: Clock,
  ) {}

  /** The overview of a programme over the organisations that the person reaches; `not-found` where it is not published. */
  async of(who: Identity, programme: string, language: string): Promise<BoardView> {
    const published = await this.models.published();
    const programmeId = published.find(({ model }) => model.programme.key === programme)?.programmeId;
    if (programmeId === undefined) throw new DomainError('not-found');
    const rows = await this.board.rows(tenantOf(who, published), programmeId);
    const judged = await Promise.all(
      rows.map(async (row) => ({ row, running: await this.models.byVersion(row.workflowVersionId) })),
    );
    const now = rows[0]?.now ?? (await this.clock.now());
    return { ...boardView(programme, judged, language), now: now.toISOString() };
  }
}
