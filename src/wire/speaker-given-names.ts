import type { Gender } from "./speaker-words.ts";

/** Common given names that tell the gender, of several languages; a name that both bear is in neither list. */
const male = names(`
  aaron abdul abdullah abdulrahman abel abraham adam adrian ahmad ahmed akira alain alan albert alberto alejandro aleksandr alessandro alexander alexandre alfred alfredo ali allan allen alvaro amir anders andreas andrés andrew
  andrzej angus ansel anthony anton antonio antony arjun arnold arthur arturo ashraf asif austin babak barack barry bart bashar ben benjamin bernard bernardo bernie bill billy björn bob bobby boris brad bradley brendan
  brett brian bruce bruno bryan byron caleb calvin carl carlos cesar chad charles charlie chester christian christopher chuck claude claudio clive clint colin connor conrad craig curtis cyril dale damian damien dan daniel
  darren dave david davide dean denis dennis derek desmond diego dieter dimitri dmitry dominic don donald doug douglas duncan dwayne dylan earl ed eddie edgar edmund eduardo edward edwin elias elijah elon emanuel emilio
  emmanuel enrique eric erik ernest ernesto ethan eugene evan fabio farid felipe felix fernando fidel floyd francesco francisco francois françois frank franklin franz fred frederick friedrich fritz gabriel gareth gary gavin
  geert geoff geoffrey george georges gerald gerard gerhard gianni gilbert giorgio giovanni giuseppe glen glenn gordon graham grant greg gregory guido guillermo günter gustavo guy hamid hank hans harold harry harvey hassan
  hector heinrich helmut hendrik henri henry herbert hernan hernán hiroshi howard hugh hugo hussein ian ibrahim igor imran ismail ivan ivo jack jacob jacques jaime jake jakob james jan jared jason javier jean-claude jeb jeff jeffrey jens
  jeremy jerome jerry jesús jim jimmy joachim joao joão joe joel johan johannes john johnny jon jonas jonathan jorge josé jose joseph josh joshua juan juergen jürgen julian julien julio julius justin kamal karim karl keith
  ken kenneth kenji kevin khaled khalid klaus kofi kurt kyle lance lars larry lars laurent lawrence lee leo leon leonard leonardo leonid leroy lewis liam lionel lloyd louis luca lucas luigi luis luiz luke mahmoud malcolm manuel
  marc marcel marco marcos marcus mario mark markus marshall martin marvin massimo matt matteo matthew matthias maurice mauricio max maxim maximilian mehmet michael michel miguel mikael mike mikhail milton mitch mitt mohamed
  mohammad mohammed morgan moses moshe muhammad mustafa narendra nathan nathaniel ned neil nelson nicholas nick nicolas nigel nikolai noah noel norman oleg oliver olivier omar oscar otto owen pablo paolo pascal patrick paul
  pedro per pete peter petr philip philippe phil pierre pietro piotr rafael raj rajesh ralph ramon raúl ray raymond recep reinhard rené ricardo richard rick rob robert roberto robin rodney rodrigo roger roland roman ron ronald
  rory ross roy rudolf rudy rupert russell ryan sadiq saeed salman sam sami samuel sanjay scott sean sebastian sergei sergey sergio seth shane shaun shinzo sidney simon spencer stanley stefan stephen steve steven stewart stuart sundar
  sven tariq ted terence thabo theodore thierry thomas tim timothy toby todd tom tomas tommy tony travis trevor tristan tyler umar usman uwe vernon victor vijay viktor vincent vladimir volodymyr wade walter warren wayne werner wesley
  wilhelm william willy winston wolfgang xavier yann yusuf yuri yves zachary zoran abiy uhuru raila kwame tunde emeka chidi`);
const female = names(`
  aaliyah abby abigail ada adriana agnes aisha alexandra alexandria alice alicia alison amanda amber amelia amina amy ana anastasia andrea angela angelica angelina anita ann anna annabel anne annette annie antonia april ariana
  arlene astrid audrey aung aurora ayesha barbara beatrice becky belinda bernadette beth betty beverly bianca bonnie brenda bridget brigitte brittany camila camille carla carly carmen carol carolina caroline carolyn carrie
  cassandra catherine cathy cecilia celia celine charlotte chelsea cheryl chiara chloe christina christine cindy claire clara claudia colette constance cristina cynthia daisy danielle daphne dawn debbie deborah debra denise
  diana diane dolores donna doris dorothy edith eileen elaine eleanor elena elisabeth elise eliza elizabeth ella ellen eloise elsa emilia emily emma erica erika erin esther ethel eva eve evelyn farah fatima fatou felicity
  fiona florence frances francesca frida gabriela gabrielle gail gemma genevieve georgia georgina gertrude gina giorgia giovanna giulia gladys gloria grace greta gwen hannah harriet hazel heather heidi helen helena helene
  hillary hilary holly ida ines inés ingrid irene irina iris isabel isabella isabelle ivana ivanka ivy jacinda jackie jacqueline jane janet janice jasmine jean jeanette jeanne jenna jennifer jenny jessica jill jo joan joanna joanne
  josephine joy joyce juana judith judy julia juliana julie juliet june kamala karen karin karina kate katharina katherine kathleen kathryn kathy katie katrina kayla keira kellyanne kirsten kirsty kristen kristin kristina laila
  laura lauren leah leila lena leticia lidia lillian lily linda lisa liz lois lola loretta lorraine louise lucia lucy luisa lydia lynn madeleine madeline maggie malala malia manuela margaret margarita marge maria maría marian
  marianne marie marilyn marina marine marion marjorie marlene marta martha martina mary matilda maureen maxine may maya megan melania melanie melinda melissa mercedes meredith michelle mildred mina miranda miriam moira molly
  mona monica monika nadia nancy naomi natalia natalie natasha nicola nicole nina noor nora norma odile olga olivia ophelia pamela patricia patti paula pauline peggy penelope penny petra phoebe phyllis pilar polly priscilla
  priya rachel rania rebecca regina renata rita roberta rosa rosalind rose rosemary roxanne ruby ruth sabina sabrina sally samantha sandra sara sarah saskia selena serena sharon sheila shirley silvia simone sofia sonia sophia
  sophie stacey stella stephanie sue suella susan susana susanne suzanne sylvia tamara tammy tania tanya tara tatiana teresa teri tessa thelma theresa therese tiffany tina tracey tracy ursula valentina valeria valerie vanessa
  vera veronica victoria viola virginia vivian wanda wangari wendy whitney wilhelmina winifred yolanda yvette yvonne zainab zara zoe aoife niamh siobhan sinead caitlin cait eilidh mairead wanjiku achieng nomsa thandiwe chiamaka ngozi`);

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

/** The gender a given name tells, or `null`; the name in lower case. */
export function genderOfName(name: string): Gender | null {
  return male.has(name) ? (female.has(name) ? null : "male") : female.has(name) ? "female" : null;
}
