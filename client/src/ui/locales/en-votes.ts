/** Voting with an account. */
export const enVotes = {
  'votes.title': 'Votes',
  'votes.now': 'is open until {{closes}}. You can vote.',
  'votes.soon': 'opens at {{opens}}.',
  'votes.drawn': 'is open until {{closes}}. You have drawn your code; nobody can tell whether you have voted.',
  'votes.over': 'is over.',
  'votes.go': 'Vote now',
  'votes.results': 'Result',
  'votes.ready': 'Your code is drawn',
  'votes.secret':
    'It opens the booth, which does not know your account. The system keeps that you have drawn a code, and not which one.',
  'votes.number': 'Number of your code: {{slip}}',
  'votes.lost':
    'Note the number. On this browser you can come back to your code; should it get lost, the organiser replaces it by its number, as long as it was not used.',
  'votes.enter': 'To the booth',
};
