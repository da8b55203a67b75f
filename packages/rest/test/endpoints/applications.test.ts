import { describe, expect, it } from '@jest/globals';
import { applicationEndpoints } from '../../src/endpoints/applications.js';
import { RecordingRequester } from './RecordingRequester.js';

describe('the application endpoints', () => {
  it('read and edit the bot’s own application, or one by its id', async () => {
    const rest = new RecordingRequester();
    const applications = applicationEndpoints(rest);
    await applications.me();
    await applications.editMe({ description: 'Counts' });
    await applications.get('1');
    await applications.edit('1', { tags: ['fun'] });
    expect(rest.calls).toEqual([
      ['GET /applications/@me'],
      ['PATCH /applications/@me', { body: { description: 'Counts' } }],
      ['GET /applications/1'],
      ['PATCH /applications/1', { body: { tags: ['fun'] } }],
    ]);
  });

  it('upload an attachment as a form with one file', async () => {
    const rest = new RecordingRequester();
    const file = { data: Buffer.from('x'), name: 'x.png' };
    await applicationEndpoints(rest).uploadAttachment('1', file);
    expect(rest.calls).toEqual([['POST /applications/1/attachment', { form: { file } }]]);
  });

  it('take the id of an activity as Discord writes it, and nothing that leads elsewhere', async () => {
    const rest = new RecordingRequester();
    await applicationEndpoints(rest).activityInstance('1', 'i-2-gc-3-4');
    await expect(applicationEndpoints(rest).activityInstance('1', '../5')).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(rest.calls).toEqual([['GET /applications/1/activity-instances/i-2-gc-3-4']]);
  });
});
