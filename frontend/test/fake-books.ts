/** A small invented library for developing and testing the pages without the real services. */

export interface FakeSection {
  title: string;
  kind?: 'front' | 'notes';
  paragraphs: string[];
}

export interface FakeBook {
  title: string;
  authors: string[];
  year: number;
  language?: string;
  /** Colours of the drawn cover; without them the book has none. */
  cover?: [string, string];
  description: string;
  phrases: string[];
  sections: FakeSection[];
}

export const BOOKS: FakeBook[] = [
  {
    title: 'The Keeper of Skerry Rock',
    authors: ['Ishbel Moran'],
    year: 1911,
    cover: ['#1f3a4d', '#e9d8a6'],
    description:
      'For eleven winters one man keeps a light on a rock that ships are told to avoid. His log, begun as a record of oil and weather, becomes the account of a mind left alone with the sea, and of the voice he learns to answer it with.',
    phrases: [
      'lighthouse keeper',
      'winter storms',
      'letters home',
      'a logbook of weather',
      'the relief boat',
    ],
    sections: [
      {
        title: 'To the reader',
        kind: 'front',
        paragraphs: ['The log is printed as it was found, with its dates and its blots.'],
      },
      {
        title: 'The first winter',
        paragraphs: [
          'The boat put me off on the tenth of October and went round the point without looking back. I stood with my box and my coal and listened to the oars until the wind had them. A man may be alone in a town and not know it; on the rock there is nothing to hide it from him. The sea is the only neighbour, and it does not stop talking.',
          'I wound the clockwork at four, trimmed the wick, and saw the beam go out over water that had no one on it. It is a strange labour to keep a light for people whom one is never to meet. I told myself that somewhere a master saw it and changed his course by a point, and that this was conversation.',
          'By December the loneliness had a shape. It sat in the second chair. I did not mind it so long as I kept my hours; it was when I let the dishes stand that it began to speak of my brother, and of the harbour, and of the dance I had not gone to.',
        ],
      },
      {
        title: 'What the log does not say',
        paragraphs: [
          'The Board asks for wind, barometer, oil consumed and vessels sighted. It does not ask whether the keeper slept. For three weeks I sighted no vessel and wrote the word None each evening with more care, as if a fair hand could make company of it.',
          'I began to read the almanac aloud. Then I read it to the seal that lies under the landing. She has a patient face and does not care for the tables of the moon, but she stays for the stars.',
        ],
      },
      {
        title: 'The relief boat',
        paragraphs: [
          'When they came in May I had no voice for them. The mate thought me ill. I was only out of practice, as a man is who has put down a fiddle. On the way over I watched the rock grow small and felt, to my shame, that I was leaving home.',
          'Solitude is not the want of people. I have been more alone in the lodging house at Kirkwall, with eleven at the table, than ever I was under the lamp. It is the want of being answered; and the sea, whatever else is said of it, answers.',
        ],
      },
    ],
  },
  {
    title: 'Letters on a Steady Mind',
    authors: ['Tomas Vale'],
    year: 1874,
    cover: ['#5b2c20', '#f3e9dc'],
    description:
      'Twenty short letters from a retired judge to a nephew who has lost his fortune: on anger, on waiting, on what is ours to govern and what never was.',
    phrases: [
      'what is in our power',
      'anger delayed',
      'a letter to a nephew',
      'morning examination',
      'loss of fortune',
    ],
    sections: [
      {
        title: 'Letter I. Of what is ours',
        paragraphs: [
          'You write that you have lost everything, and then you give me two pages on how you bore it. I notice that the man who bore it was not on the list of things lost. Begin there. Draw a line down the paper: on the left set what depends on you, your judgement, your wish, your next act; on the right the rest. You will find the right-hand column long and the left-hand column sufficient.',
          'The old Stoics did not ask a man to feel nothing. They asked him not to sign his name under every feeling that is laid before him. Grief comes to the desk like a petitioner: hear it, but do not let it dictate.',
        ],
      },
      {
        title: 'Letter IV. Of anger',
        paragraphs: [
          'Anger is a servant who runs out of the room before he has heard the whole order. The remedy is delay. In thirty years on the bench I gave no sentence on the day I was offended, and I never once had cause to make it heavier in the morning.',
          'If you must be angry, be angry slowly. Write the letter and keep it in the drawer with the others; in a year they make instructive reading, and none of them is owed postage.',
        ],
      },
      {
        title: 'Letter IX. Of being alone',
        paragraphs: [
          'You complain of solitude as though you were in poor company. A man who cannot sit an hour in his own room has let that room to strangers. Furnish it: a little reading, an account of the day, some true thing said aloud. Then the silence is no longer empty; it is only tidy.',
        ],
      },
    ],
  },
  {
    title: 'Salt, Fat and Patience',
    authors: ['Odile Marchetti'],
    year: 1932,
    description:
      'A country cook explains, without one table of measures, how heat travels, why bread waits, and what a stock is listening for.',
    phrases: ['slow cooking', 'bread and leaven', 'a good stock', 'salting early', 'the kitchen fire'],
    sections: [
      {
        title: 'Before the fire',
        paragraphs: [
          'Salt is not a seasoning but a messenger: give it a day and it goes to the middle of the meat, give it a minute and it sits on the doorstep. Most of what is called talent in a kitchen is salting early and not being thanked for it.',
          'A stock must never boil. It should smile, as my grandmother said, one bubble at the edge of the pot and then another when that one has been forgotten. Bones give up slowly, like old men their stories, and if you hurry them they give you only grease.',
        ],
      },
      {
        title: 'Bread waits for no one, and then it waits',
        paragraphs: [
          'The leaven is a small animal that lives on your shelf. Feed it, keep it from draughts, and it will lift a house. I have known it survive two wars and a mother-in-law.',
          'Knead until the dough answers: press it with a finger and it comes back, not at once, but as one who has thought about it. Then cover it and go away. The hardest skill in cooking is to leave the room.',
        ],
      },
    ],
  },
  {
    title: 'A Cartographer’s Dragons',
    authors: ['Wenna Hale', 'J. P. Orrin'],
    year: 1958,
    cover: ['#2f4a2b', '#f0c987'],
    description:
      'The royal map office employs one woman to verify the monsters. A novel of surveying, magic, and the politics of blank paper.',
    phrases: ['here be dragons', 'the map office', 'a licensed witch', 'blank spaces', 'the northern survey'],
    sections: [
      {
        title: 'The blank sheet',
        paragraphs: [
          'Every dragon on the royal maps had been drawn by a man who had not gone to look. It was my work to look. The office issued me a horse, a theodolite, forty days’ bread, and a printed form with a box for Colour and a box for Number of Heads.',
          'Magic, the Surveyor-General held, was a matter of insufficient triangulation. Given three fixed points and a clear morning, he said, any wonder could be reduced to a hill. He had never been north of the river.',
        ],
      },
      {
        title: 'The thing on the ridge',
        paragraphs: [
          'It lay along the ridge as a ridge lies, and I had already taken two angles to its shoulder before it breathed. I want it recorded that I completed the third. Then it opened one eye, the green of old bottle glass, and asked me in the court dialect whose land I supposed I was standing on.',
          'We spoke till dark. Dragons are the only creatures that remember what was on the maps before the maps. It wished to be left off. I explained that blank paper is never left blank, that someone would come and fill it with a town; and it considered this, and asked to be drawn very large.',
        ],
      },
    ],
  },
  {
    title: 'The Learning Engine',
    authors: ['Ruth Adeyemi'],
    year: 1969,
    cover: ['#33304a', '#d7d2ea'],
    description:
      'A lecture course for engineers on machines that improve with practice: error, correction, and the art of not memorising.',
    phrases: [
      'machines that learn',
      'the error signal',
      'generalisation',
      'training examples',
      'weights and thresholds',
    ],
    sections: [
      {
        title: 'Lecture 1. Error as a teacher',
        paragraphs: [
          'A machine learns when its mistakes change it. That is the whole of the definition, and everything else in this course is bookkeeping. We show the engine an example, we compare its answer with the truth, and we send the difference backwards through the weights, a little blame for each.',
          'The student will object that this is not learning but adjustment. I ask the student to describe what was done to him at school.',
        ],
      },
      {
        title: 'Lecture 5. On not memorising',
        paragraphs: [
          'An engine with enough switches can store every training example and answer each one perfectly. Show it something new and it is lost, like a tourist with a phrase book. We call the difference between the two performances the gap, and the purpose of our art is to keep the gap small.',
          'There are three honest ways: more examples, fewer switches, or noise. The third surprises everyone. A little forgetting, applied at random, is the best teacher of the general rule.',
        ],
      },
    ],
  },
  {
    title: 'Ward Nine',
    authors: ['Leonid Brask'],
    year: 1949,
    cover: ['#6b1d1d', '#efe6e0'],
    description:
      'In a city where every window must face the square, a census clerk discovers a house that has none. A dystopia of counting.',
    phrases: [
      'a city of windows',
      'being watched',
      'the census clerk',
      'forbidden rooms',
      'the bureau of light',
    ],
    sections: [
      {
        title: 'The regulation of windows',
        paragraphs: [
          'It had been settled in the Year of Clarity that no citizen had anything to hide and that curtains were therefore a form of lying. Every window faced the square. In the square stood the tower, and in the tower, it was understood, someone was looking; it was not understood who, and this was called trust.',
          'The state does not ask to be loved, said the Director. It asks to be counted on, and to count. I counted. I went from door to door with my sheet and put a stroke for each soul, and each soul held still for the stroke, as one holds still for a photograph.',
        ],
      },
      {
        title: 'The house without a face',
        paragraphs: [
          'I found it by arithmetic. Forty houses to the ward, forty sheets, and forty-one threads of smoke. It stood behind the bakery, and it had no window at all. A woman opened before I knocked and said, you may come in, but you will have to stop being seen.',
        ],
      },
    ],
  },
  {
    title: 'Small Certainties: Talks on the Quantum',
    authors: ['Hanne Lindqvist'],
    year: 1955,
    description:
      'Six evening talks that take a general audience from the colour of a hot poker to the question of what an atom does when nobody measures it.',
    phrases: [
      'quantum of action',
      'waves and particles',
      'the measuring instrument',
      'uncertainty',
      'a hot poker',
    ],
    sections: [
      {
        title: 'First evening. The poker',
        paragraphs: [
          'Put a poker in the fire and it glows red, then orange, then white. Nobody at the end of the last century could say why it stops there and does not go on to blind us with violet. Professor Planck found that he could make the sum come out if light were paid in coins and not in sand; and he disliked the coins for the rest of his life.',
          'That is quantum physics: a world with a smallest coin. Everything odd that follows in these talks follows from the refusal of nature to give change.',
        ],
      },
      {
        title: 'Third evening. Looking',
        paragraphs: [
          'To see a thing you must touch it with light, and the gentlest touch of light is one coin. For a billiard ball this is nothing. For an electron it is a blow. So we may know where it was or how it was going, and the more of the one the less of the other, and no cleverness of the instrument maker will help, for the instrument is made of the same coins.',
        ],
      },
    ],
  },
  {
    title: 'Die langen Abende',
    authors: ['Katharina Ohm'],
    year: 1926,
    language: 'de',
    cover: ['#3c3a36', '#d9b56b'],
    description:
      'Erzählungen aus einem Dorf am Ende der Eisenbahn: von Briefen, Öfen und dem Warten auf den Frühling.',
    phrases: ['der lange Winter', 'Briefe', 'das Dorf'],
    sections: [
      {
        title: 'Der Ofen',
        paragraphs: [
          'Im November wurde der Ofen zum Mittelpunkt der Welt, und wer zu spät kam, saß am Rand. Die Großmutter hatte ihren Platz und gab ihn nicht her; von dort aus regierte sie die Abende mit Geschichten, die niemand zu Ende hören wollte, damit sie nicht aufhörten.',
        ],
      },
    ],
  },
];
