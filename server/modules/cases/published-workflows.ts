import { Injectable } from '@nestjs/common';
import { Models, type RunningModel } from '../models.ts';

/** How long a list of what is published serves. A workflow published since is found because nothing else was. */
const FRESH_FOR = 2_000;

/** The workflows published now, without asking the database at every request. */
@Injectable()
export class PublishedWorkflows {
  private list: Promise<RunningModel[]> | undefined;
  private readAt = 0;

  constructor(private readonly models: Models) {}

  now(): Promise<RunningModel[]> {
    const isFresh = performance.now() - this.readAt < FRESH_FOR;
    return isFresh && this.list !== undefined ? this.list : this.read();
  }

  /** Reads the list anew. */
  read(): Promise<RunningModel[]> {
    const list = this.models.published();
    this.list = list;
    this.readAt = performance.now();
    list.catch(() => (this.list = undefined));
    return list;
  }
}
