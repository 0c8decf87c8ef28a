/**
 * Words that say nothing about what a story is on: in a newsroom of fifty articles "nobody" may stand in two of them only, as "lighthouse" does, and
 * what a word is worth cannot be told from how often it is used. So the words that hold sentences together are known by name, in the languages that
 * newsrooms here write most; of other languages the ranking knows only how common a word is.
 * In English, where verbs and adverbs are no reason either, the commonest of those, number words, and the words of the calendar.
 */
const byLanguage: Readonly<Record<string, string>> = {
  en: `
    the this that these those and but nor for yet not than then thus though although because since unless until till while whereas whether what whatever
    when whenever where wherever which whichever who whoever whom whose why how however has hasn have haven had hadn having are aren was wasn were weren
    been being does doesn did didn doing done don can cannot couldn could shall should shouldn will won would wouldn may might must mustn ought dare need
    aboard about above across after against ahead along alongside amid among amongst apart around aside away back before behind below beneath beside
    besides between beyond concerning despite down during except from inside into like near off onto opposite out outside over past per regarding round
    through throughout toward under underneath unlike upon via with within without
    you your yours yourself yourselves she her hers herself him his himself its itself they them their theirs themselves our ours ourselves mine myself
    anybody anyone anything anywhere everybody everyone everything everywhere nobody none nothing nowhere somebody someone something somewhere
    all another any both each either enough every few fewer least less lot many more most much neither other others own plenty same several some such
    whole certain various
    again ago almost alone already also altogether always anyway better best certainly clearly close early earlier easily else especially even eventually
    ever exactly far fairly finally forward frequently fully generally half hardly here indeed instead just largely last late later lately long longer
    mainly maybe meanwhile merely mostly namely nearly never nevertheless next now nowadays often only otherwise particularly perhaps possibly probably
    quickly quite rarely rather really recent recently regularly seldom simply slightly slowly sometimes soon sooner still suddenly surely there therefore
    too together twice usually very well yes
    able actual available bad big common current different difficult easy entire false fine following former free full general good great hard high huge
    important large likely little low main major new nice old possible previous ready real right short similar simple single small special strong sure
    true usual wide wrong young
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty
    fifty sixty seventy eighty ninety hundred thousand million billion dozen once first second third fourth fifth sixth seventh eighth ninth tenth
    monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december
    today tonight tomorrow yesterday day daily week weekly month monthly year yearly hour minute moment morning afternoon evening time
    metre meter centimetre kilometre mile litre tonne kilo kilogram gram degree percent cent euro dollar pound
    amount bit case end example fact kind man men number part people person place point reason rest side sort thing way woman women word mr mrs
    add added adding agree agreed agreeing allow allowed allowing announce announced appear appeared ask asked asking became become becoming began begin
    beginning begun believe believed bring bringing brought call called calling came carried carry carrying change changed changing choose chose chosen
    come coming consider considered continue continued cut decide decided enjoy ensure expect expected explain explained fall fallen fell feel feeling
    felt find finding follow followed found gave get getting give given giving goes going gone got gotten grew grow grown happen happened happening hear
    heard held help helped helping hold holding hope hoped hoping include included including keep keeping kept knew know knowing known lead leave leaving
    led left let look looked looking lose losing lost love made make making mean meaning meant meet meeting met mind move moved moving offer offered
    open opened opening pass passed pay put putting ran reach reached read reading receive received remain remained remember report reported run running
    said sat saw say saying see seeing seek seem seemed seen sell selling send sending sent set setting share shared show showed showing shown sit sitting
    sold speak spoke spoken stand standing start started starting stay stayed stood stop stopped take taken taking talk talked talking tell telling thank
    think thinking thought told took tried try trying turn turned turning understand use used useful using wait waited waiting walk walked want wanted
    wanting watch watched went wish work worked working worth write writing written wrote plan planned planning provide provided providing create created
    creating build building built improve improved improving`,
  fr: `
    les des une aux dans par pour sur sous vers avec sans chez entre depuis pendant avant après contre dès malgré selon lors jusque parmi et mais donc
    car que qui quoi dont où quand comme comment pourquoi combien lequel laquelle lesquels lesquelles quel quelle quels quelles lorsque puisque parce
    afin ainsi alors aussi autre autres beaucoup bien celui celle ceux celles cela ceci cet cette ces chaque chacun chacune certains certaines
    ils elles elle nous vous leur leurs lui eux moi toi soi mon ton son mes tes ses nos vos notre votre même mêmes
    est sont était étaient être été suis sommes êtes sera seront serait soit avoir avait avaient ont avons avez aura auront aurait eut fut furent ayant
    étant fait faire font faisait peut peuvent pouvait pouvoir doit doivent devait devoir veut vouloir dit dire disent met mettre va vont aller vient
    venir prend prendre pas plus moins très trop peu assez tout tous toute toutes rien jamais toujours souvent encore déjà hier demain maintenant
    aujourd hui ici ailleurs puis ensuite enfin peut-être presque seulement surtout plutôt tandis voici voilà plusieurs quelque quelques aucun aucune
    nul personne deux trois quatre cinq six sept huit neuf dix vingt trente cent cents mille premier première second seconde jour jours semaine mois
    année années ans heure heures fois lundi mardi mercredi jeudi vendredi samedi dimanche`,
  de: `
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner und oder aber denn doch sondern sowie weil dass daß wenn
    als obwohl während bevor nachdem damit sodass falls indem wie wo wer was wen wem wessen wann warum wieso weshalb welche welcher welches welchen
    auf aus bei bis durch für gegen hinter mit nach neben ohne seit trotz über unter vom von vor wegen zum zur zwischen zwar
    ich wir ihr sie ihn ihm ihnen ihre ihren ihrem ihrer ihres sein seine seinen seinem seiner seines mein meine dein deine unser unsere euch uns mich
    dich sich man dies diese dieser dieses diesen diesem jene jener jenes jede jeder jedes jeden jedem alle allen aller alles andere anderen anderer
    anderes beide beiden einige einigen etwas jemand niemand nichts manche mehr mehrere viel viele vielen wenig wenige weniger selbst
    ist sind war waren bin bist gewesen sei seien wäre wären wird werden wurde wurden worden geworden hat haben hatte hatten habe hätte hätten gehabt
    kann können konnte konnten könnte muss müssen musste mussten soll sollen sollte sollten will wollen wollte wollten darf dürfen durfte mag mögen
    möchte lassen lässt macht machen gemacht geht gehen ging kommt kommen kam gibt geben gab sagt sagen sagte steht stehen nicht nie niemals noch nur
    auch schon sehr immer wieder dann dort hier heute gestern morgen jetzt bald bereits fast ganz gar genau gerade etwa eben erst gern jedoch dabei
    dafür dagegen daher darauf daran darin darum davon dazu deshalb dennoch also anders außerdem bisher einmal oft sonst soweit trotzdem vielleicht
    weiter wohl zuerst zuletzt zusammen zwei drei vier fünf sechs sieben acht neun zehn hundert tausend erste ersten erster zweite zweiten jahr jahre
    jahren tag tage tagen woche wochen monat monate uhr montag dienstag mittwoch donnerstag freitag samstag sonntag`,
  es: `
    los las una unos unas del con por para sin sobre entre desde hasta hacia según contra durante mediante tras ante bajo pero sino porque pues aunque
    que quien quienes cual cuales cuyo cuya cuando donde como cómo qué quién cuál cuándo dónde cuánto cuanto mientras así también tampoco además entonces
    luego ellos ellas ella nosotros ustedes usted vosotros les nos sus mis tus suyo suya nuestro nuestra nuestros nuestras vuestro este esta estos estas
    ese esa esos esas aquel aquella aquellos aquellas esto eso aquello mismo misma mismos mismas otro otra otros otras todo toda todos todas cada algún
    alguno alguna algunos algunas ningún ninguno ninguna nada nadie algo alguien mucho mucha muchos muchas poco poca pocos pocas más menos muy tan tanto
    es son era eran fue fueron ser sido siendo sea será serán sería está están estaba estaban estar estado haber han había habían hay hubo habrá haya
    tener tiene tienen tenía tuvo hacer hace hacen hacía hizo hecho poder puede pueden podía pudo deber debe deben decir dice dicen dijo dado dar ver
    va van iba ir quiere quieren saber sabe poner pone llegar lleva nunca siempre casi solo sólo aún todavía ya ayer hoy mañana ahora aquí allí ahí
    después antes pronto quizá quizás apenas incluso dos tres cuatro cinco seis siete ocho nueve diez veinte treinta cien ciento mil primer primero
    primera segundo segunda día días semana semanas mes meses año años hora horas vez veces lunes martes miércoles jueves viernes sábado domingo`,
  ar: `
    من إلى على عن في مع حتى منذ خلال بين تحت فوق أمام خلف بعد قبل عند عندما لدى دون غير سوى ضد حول نحو لكن ولكن لأن بأن لأنه كما كأن إذا إذ لو لولا
    كي لكي حيث حين بينما هو هي هم هما هن أنا نحن أنت أنتم هذا هذه هذان هؤلاء ذلك تلك أولئك الذي التي الذين اللذين اللواتي اللاتي كان كانت كانوا يكون تكون
    ليس ليست قد لقد سوف أن إن أنه أنها إنه إنها فإن وقد وكان وكانت وهو وهي وفي ومن وعلى وإلى كل كلا بعض جميع أي أية نفس عدة كثير قليل أكثر أقل جدا أيضا
    فقط ثم هنا هناك الآن اليوم أمس غدا لم لن لا ما ماذا متى كيف أين لماذا هل بل عليه عليها إليه إليها فيه فيها منه منها له لها لهم به بها بهم قال قالت
    وقال وقالت يقول واحد واحدة اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة مئة ألف عام سنة شهر يوم ساعة مرة`,
  sw: `
    na ya wa za la cha vya kwa kwamba katika kama lakini bali ila pia hata bado tu sana zaidi hii hiyo huyu huyo hawa hao hilo hili hizi hizo haya hayo
    hicho hiki hivi hivyo huu huo hapa hapo huko kule pale yeye wao sisi nyinyi mimi wewe yangu yako yake yetu yenu yao wangu wako wake wetu wenu
    langu lako lake letu lao zake zao vyake vyao kwake kwao chake chao ambaye ambao ambayo ambazo ambalo ambapo amba kila yote wote zote lote kabla baada
    wakati hadi mpaka tangu kuhusu kutoka kati juu chini ndani nje mbele nyuma bila bado kisha ndipo ndio ndiyo hapana siyo sio ni si alikuwa walikuwa
    ilikuwa kuwa kuna kwenye mwenye wenye yenye zenye lenye kwanza basi labda sasa leo jana kesho nini nani wapi lini gani vipi moja mbili tatu nne tano
    sita saba nane tisa kumi mia elfu siku wiki mwezi mwaka miaka saa mara alisema amesema wamesema anasema wengi wengine nyingine mengine wengine`,
};

/** The words of a language (`en`, `pt-BR`) that are no subject, one on each side of a full stop; empty for most languages. */
export function silentWords(language: string): string {
  return (byLanguage[language] ?? "").trim().replaceAll(/\s+/g, ". ");
}
