import { describe } from 'vitest';
import { jobQueueContract } from './job-queue.contract.ts';
import { MemoryJobQueue } from './job-queue.memory.ts';

describe('JobQueue in this process', () => {
  jobQueueContract(async (policy) => new MemoryJobQueue(policy));
});
