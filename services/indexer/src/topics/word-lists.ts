/** Hand-made lists: words that are grammatical enough to be found, but say nothing as (part of) a topic. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** Heads of noun phrases that name no subject ("thing", "way", "moment") or only a role ("father"). Singular forms. */
export const GENERIC_HEADS = words(`
  ability absence abundance accident accord account act action addition advance advantage affair afternoon
  age ah aid aim air alas alternative amount answer anybody anyone anything appearance approach area arm
  arrangement article aspect assistance attempt attention attitude aunt average back balance base basis
  beginning behalf behaviour being benefit bit body bottom bow boy breadth breath brother bulk capacity care
  case cause centre certainty chance change chap chapter character charge child choice circumstance class
  close coming company comparison concern conclusion condition conduct connection connexion consequence
  consideration content contrary contrast control convenience corner couple course cousin crowd cry custom
  cut darling daughter day deal dear decision deed degree demand description detail difference difficulty
  direction discovery disposition distance door doubt dozen ease edge effect effort element end enough entry
  error evening event everybody everyone everything example excellency exception exclamation exercise
  expectation expense explanation expression extent eye eyebrow face fact father favour feature feeling
  fellow few figure finger fingertip finish foot footing force forehead form fortnight forward frau front
  frown fun function future gasp gentleman get girl glance glimpse go good grasp great grin grip groan
  ground group guess guest guy hair half hand haste head hearing heart heel height help herr hers highness
  hint his hold honey hope hour hundred husband idea ill image impression inch incident inclination increase
  individual inquiry instance instant intention interest interval interview issue item job kind knee lack
  lad lady ladyship lap last laugh leave left leg length less level lie life likelihood limit line lip list
  little look lordship lot ma'am madam madame mademoiselle majesty making male mama mamma man manner many
  mark mass master matter maximum means measure meeting member mention middle midst mile mine minimum minute
  miss mister mistress moment monsieur month mood more morning morrow mother mouth move movement much murmur
  name neck need neighbourhood news nobody nod noise none nonsense nose note nothing notice notion number
  object objection occasion occurrence offer oh once one opinion opportunity opposite order other others
  ours outline outset outside owner pace page pair papa paragraph part particular party passage past path
  pause people period person phrase piece place plan plenty point portion position possession possibility
  practice preference preparation presence present pretence pretext price prior problem process progress
  proof proportion proposal proposition prospect purpose quality quantity quarter question range rank rate
  reach reaction readiness recollection reference regard relation relationship remainder remark reply report
  request requirement resemblance resolution respect rest result return right rise role room round row rule
  sake same saying scale scene scope scrape search second section senor sense sentence series service set
  shape share shoulder shout shriek shrug side sigh sight sign signor similarity sir sister site situation
  size smile soever sole somebody someone something somewhat son sort sound source space spite spot stage
  stand standing stare start state statement step stop stretch string strip stuff style subject substance
  substitute success sum supply support supposition surface surprise sweetheart system table tail take talk
  task tear tendency term test text thank thanks theirs theme then thine thing third thought thousand throat
  thumb time title today toe tomorrow tone tongue tonight top topic total touch trace transaction trifle
  trouble try turn twelvemonth type uncle undertaking unit use utmost value variety version vicinity view
  viewpoint voice volume want wanting warning wave way week weight while whim whisper whole width wife will
  wish woman wonder word work world worth year yes yesterday yesternight yours zero
`);

/** What people say to each other, not what a passage is about. */
export const GREETINGS: ReadonlySet<string> = new Set([
  'good afternoon',
  'good bye',
  'good day',
  'good evening',
  'good morning',
  'good night',
]);

/**
 * Nouns of comings and goings, rooms and clothes that stories are furnished with: a passage has to be plainly about
 * one before it becomes a topic. In the singular.
 */
export const STAGE_WORDS = words(`
  acquaintance agitation apartment apron armchair arrival avenue basement bed bedroom bell bench berth blow
  bonnet boot bottle butler button cab cabinet candle cap carriage ceiling chamber chair cigar cigarette clothes
  clock cloak coachman coat companion corridor couch cup curtain cushion departure desk dining doorstep
  doorway drawer drawing dress driver droshky dust embrace entrance envelope excitement exit eyelid fireplace
  firelight floor footman footstep fountain furniture garment gate gesture glass glove goodbye
  gown grass guest hall handkerchief handshake hat headlight invitation jewel keyhole knock lamp lantern
  laughter leaf lodging lover maid mantel mate message messenger mirror mouth neighbour night nod nurse
  outskirt overcoat paper parcel parlour passage patron pencil perfume permission pillow plate porch porter
  pocket purse receipt rendezvous rival sewing shadow shawl sheet shirt shoe shutter silence skirt
  sleeve slipper sofa spectacle staircase stair station step stove sweat tablecloth teacup tear
  threshold toilette tray trouser trunk umbrella valet veil visit visitor waistcoat waiter walk wardrobe
  whereabout whisper window wine wrapper
`);

/** Adjectives and determiners that add nothing on the left of a phrase: "such a whale" is "whale". */
export const WEAK_MODIFIERS = words(`
  able absolute abundant actual additional adequate afore aforementioned aforesaid agreeable alike all
  alleged alone alternate amiable another any apparent appropriate approximate available average awful bad
  bare beautiful best better big both brief broad capital careful central certain charming chief clear close
  common comparative complete considerable constant contrary corresponding countless current customary daily
  dear dearest decent deep definite delightful different difficult direct distinct double dreadful due dull
  each eager earlier early easy eight eighteen eighth eighty either elder elderly eldest eleven else
  enormous enough entire eponymous equal especial essential eternal even every evident exact exceeding
  excellent exceptional excessive existing extra extraordinary extreme extremely fair familiar famous far
  farther fast few fifth fifty final fine first five fixed following fond foregoing former forthcoming forty
  forty-two four fourth frequent fresh full fuller fullest fundamental further furthest future general
  gentle genuine given glad good gradual grand great greater greatest half handsome happy hard heavy high
  higher highest horrid huge hundred identical ill immediate immense important impossible incredible indeed
  individual infinite inner innumerable instant intense interesting inward joint just keen large larger
  largest last late later latest latter least left less lesser like likely limited little lone long longer
  longest lovely low lower lowest main major many mere middle mighty million mine minor minute moderate
  modest more most much mutual narrow natural near nearer nearest necessary neighbouring new newer newest
  next nice nine nineteen ninety ninth non normal notable noted numerous obvious occasional odd old older
  oldest one only open opposite ordinary original other outer outward own partial particular passing past
  peculiar perfect perpetual personal plain pleasant plenty poor possible precious precise present pretty
  previous principal prior probable prodigious profound prominent proper public pure quick quiet quite rapid
  rare rather ready real reasonable recent regular relative remaining remarkable respective right rough
  round said same satisfactory second secondary separate serious seven seventeen seventh seventy several
  short significant similar simple single singular six sixteen sixth sixty slight slow small smaller
  smallest smart so-called sole some sore special specific splendid square stark steady still straight
  strange stranger strict striking strong stronger strongest subsequent substantial such sudden sufficient
  suitable superb superior supposed supreme sure surprising surrounding ten tenth terrible thick thin third
  thirteen thirty thorough thousand three thy tiny titular tolerable top total tremendous true twelfth
  twelve twenty twice twin two typical ugly ultimate unable unto unusual upper upward usual utmost utter
  uttermost vague valuable various vast very vivid warm weak well whatsoever whole wide wider widest wild
  wonderful worse worst worth worthy wretched wrong young younger youngest
`);

/** Words of older English (and dialect spellings) that taggers and lexicons take for nouns. */
export const ARCHAIC_WORDS = words(`
  'em afeard afore ain aint alas albeit anent anon art aught awa ay aye behoves belike beseech betimes
  betwixt canst cometh couldst dat de dem dey dis doest dost doth durst eftsoons ere erst fain fie forasmuch
  forsooth frae fro gainst gi goeth gwine haply hark hast hath heark hee heigh hence henceforth hist hither
  hitherto hm ho hoo howbeit hum huzza ilka ist la lest lo loth maketh marry marse massa mayst mebbe
  methinks methought mightst mought nae naught nay ne'er nigh nought nuffin o'er oft ofttimes oho onto
  peradventure perchance perforce pooh pray prithee pshaw quoth quotha saith sayest sayst seest seeth sez
  shalt shouldst sirrah sith speakest suthin t'other taketh tarry ter tes tham thar thee thereof thereto
  therewith thine thither thitherto thou thrice thus thy thyself tis tush tut twain twas tween twere twill
  twixt twould unto verily wast wert whence wherefore whereof whereon wherewith whilom whilst whither wi
  wilt withal wot wouldst ya yclept ye yea yer yon yond yonder yore zounds
`);

/** Closed classes of words; lexicons of nouns, verbs, adjectives and adverbs do not hold them, and none is a name. */
export const FUNCTION_WORDS = words(`
  a about above after again against ah alas all also although always am amid among amongst an and any
  anybody anyone anything are around as at be because been before behind being below beneath beside besides
  between beyond both but by can cannot could did do does doing done down during each either else even ever
  every everybody everyone everything few for from had has have having he hence her here hers herself him
  himself his how however i if in into it its itself just let like many may me meanwhile might mine more
  moreover most much must my myself neither never nevertheless no nobody none nor not nothing now o of off
  oh on once one only onto or other our ours ourselves out over own perhaps quite rather same shall she
  should since so some somebody someone something still such than that the thee their theirs them themselves
  then there therefore these they thine this those thou though through throughout thus thy till to too
  toward towards under underneath unless until unto up upon us very was we were what whatever when whence
  where whereas whether which while whilst who whoever whom whose why will with within without would ye yes
  yet you your yours yourself yourselves
`);

/** A phrase that begins so is a piece of the book's own furniture: "chapter xxii", "act iii". */
export const FURNITURE_HEADS = words(`
  act appendix book canto chap chapter colophon contents copyright dedication ebook edition enter epigraph
  epilogue exeunt exit fig figure footnote gutenberg ibid illustration imprint index introduction letter
  note notes page part plate pp preface prologue scene sect section stanza stave transcriber vol volume
`);

/** Nouns in -ing and -ed that are subjects; others of their kind, when rare, are mostly mistaken verbs. */
export const PARTICIPLE_NOUNS = words(`
  accused bathing beheading betting bleeding bombing boxing breeding brewing bullfighting burning carving
  climbing condemned counterfeiting crossing damned dispossessed drinking drowning dyeing dying
  eavesdropping embroidering engraving evening fasting fencing foraging forging gardening gilding grafting
  hanging harpooning haymaking homecoming housekeeping hymning kidnapping knitting lodging longing mining
  mourning mowing nursing plotting ploughing poaching pruning pudding quarrying rafting reaping reckoning
  riding rioting rowing sewing shearing shoemaking shopping singing skating sledging sleeping sleepwalking
  slumbering smuggling snoring sobbing soldiering sowing spinning spying starving storytelling swimming
  swooning tanning teasing threshing trapping travelling unemployed unveiling uprising wayfaring weaving
  weeping whaling whipping wounded wrestling yachting
`);

/** Words of talk about books, which descriptions are full of. */
export const BOOK_TALK = words(`
  acclaim adaptation audience author bestseller book canon century chapter character classic copy critic
  criticism edition excerpt fiction film genre hero heroine literature magazine manuscript masterpiece
  narrative narrator novel novelist novella novels playwright plot preface print prose protagonist
  publication publisher publishing reader reception release review reviewer satire scholar sequel serial
  series stories story tale tales text textbook title translation translator trilogy volume work writer
`);

/** First or last word of a place's name. */
export const PLACE_WORDS = words(`
  abbey alley alps avenue bay bridge cape castle channel church city coast cottage county court creek desert
  farm field forest gulf hall harbour heath hill hills house inn island islands isle isles lake lane lodge
  mansion mill mont moor mount mountain mountains ocean palace park peak place point port prison river road
  rock row sea square station strait street terrace tower town vale valley village wharf wood woods
`);

/** Titles before a name; the word after one keeps its capital and is a name. */
export const TITLES = words(`
  admiral archbishop aunt baron baroness bishop brother capt captain cardinal chevalier col colonel
  commander commodore corporal count countess cousin dame doctor don dona dr duchess duke earl emperor
  empress esquire father fr frau gen general herr judge king lady lieut lieutenant lord m madam madame
  mademoiselle major marquis marquise master miss mistress mlle mme monsieur mr mrs ms pope prince princess
  prof professor queen rev reverend saint senor sergeant signor signora sir sister squire st uncle viscount
`);

/** Titles that only a person bears. */
export const PERSONAL_TITLES = words(`
  aunt baron baroness capt captain col colonel count countess cousin dame don dona dr duchess frau herr
  judge lady lieut lieutenant m madame mademoiselle major master miss mistress mlle mme monsieur mr mrs ms
  princess prof professor queen rev reverend senor sergeant signor signora sir squire uncle
`);

/** Verbs that, right after a name, make it a person's. */
export const PERSON_VERBS = words(`
  added answered asked began blushed called came continued cried did died entered exclaimed felt had has
  hated heard knew laughed looked loved married murmured muttered nodded observed remarked remembered
  repeated replied returned rose said sat saw say says shouted sighed smiled spoke stood thought told turned
  walked was went wept whispered wished wondered
`);

/** Names of days and months, and what else is capitalised without being anyone's name. */
export const CALENDAR = words(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december christmas easter michaelmas first second third fourth fifth sixth seventh
  eighth ninth tenth nineteenth eighteenth seventeenth
`);

/** Prepositions that lead to a place more than to anything else. */
export const PLACE_PREPOSITIONS = words(
  'in at from near to into through towards toward throughout around across',
);

/** Roman numerals from ii on that are no English word ("mix", "dim", "mild" are; "i" is a pronoun). */
export function isRomanNumeral(word: string): boolean {
  return (
    word.length > 1 &&
    /^(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(word) &&
    !['mix', 'dim', 'mid', 'mild', 'civil', 'livid', 'vivid', 'did', 'lid', 'mill'].includes(word)
  );
}
