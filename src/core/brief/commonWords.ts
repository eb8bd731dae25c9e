/**
 * Common English words: each is one o200k token after a space, in lower case or capitalised, and at most two elsewhere.
 * A test checks every word.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `
ab ability able about above abstract academic accept accepted access accessories accommodation according
account accounting accounts across act action actions activation active activities activity actual actually
ad adapter add added addition additional address addresses adds administration ads adult advance advanced
advertising advice africa after afterwards again against age agencies agency agent agents ago agree
agreement aid air airport al album alignment all allow allowed allows almost alone along already also
alternative although always am amateur amazon america american among amount an ana anal analysis and angeles
animal animals annual another answer answers anti any anyone anything api apple application applications
applied apply approach appropriate approved apr april architecture archive archived archives are area areas
argument army around art article articles artist artists arts as asia asian aside ask asked ass assessment
assistance associated association at attention au auction audio aug august author authority authors auto
automatically automotive availability available average award awards away az azure baby back background
backup bad bag balance ball band bank bar bare base based basic basis basket battery bay be beach beautiful
beauty because become bed been before begin beginning begins behind being believe below bench benefit
benefits best better between beyond bible bid big bill bin bit black block blocks blog blogs blood blue
board boards bob body book books born both bots bottom bound box boy boys branch brand brands break brief
bring british brown browse browser budget bug build building builds built bundle bus bush business
businesses busy but button buy buyer buying by ca cable cache calendar california call called calls came
camera cameras campus can canada canadian cancer cannot canon capacity capital capitals car card cards care
career careers cars cart case cases cash casino cat catalog categories category cause cd cell cells center
central centre century certain certificate certificates chair chance change changed changes channel chapter
character characters charge charges chat cheap check checked checkout checks chicago chief child children
china chinese choice choose christian christmas church ci cities city civil class classes classic clean
clear click client clients clinical clock clone close closed clothing cloud club co coast code coffee cold
collection college color colorado com come comes coming command commands comment comments commerce
commercial commission commit committee common communication communications communities community companies
company compare complete completed complex components computer computers condition conditions conference
config connect connected connection connections consider construction consumer contact contains content
contents continue contract contrast control cool copy copyright core corner corporate corporation correct
cost costs could count countries country counts county couple course courses court cover coverage create
created creative credit critical cross css csv cultural culture cum cup currency current currently custom
customer customers cut daily dance dark data database date dates dating david day days dc de dead deal deals
death debt dec december decision deep default defined definition degree deleted delivery demand department
depth description design designed desktop detail detailed details determine dev develop developed developing
development device devices dictionary did die diet difference different difficult digital dir direct
directions director directory disclaimer discount discuss discussion disease disk display distance
distribution district division do docs document documentation documents does dog doing domain done door
double down download downloads dr drive driver drug due during each earlier early earth easily east easy
ebay economic economy ed edge edit edition editor education educational effect effective effects eg either
el electric electronic electronics elements else email emergency employee employees employment empty en end
ending ends energy engine engineering england english enjoy enough ensure enter enterprise entire entries
entry environment environmental epic equipment error errors especially est established estate et etc eur
europe evaluation even event events ever every everyone everything evidence ex example examples excellent
except exchange executive existing exists exit expected experience express extension external extra eye eyes
face facilities facility fact factors faculty fail failed fair fall families family fan fantasy far farm
fashion fast fat father fault favorite fax feature featured features feb federal fee feed feedback feel fees
feet feld female fetch few fi fiction field fields figure figures file files film filter final finally
finance financial find finds fine fire firm first fish fishing fit fitness five fix fixed fl flash flat
floor flow flowers focus folder follow following food football for force ford foreign forest form format
former forms forum forums forward found foundation four frame france free french fri friday friend friendly
friends from front full fully fun function functional functions fund funding funds furniture further future
galleries gallery game games garden gas gate gateway gay gear general generated george german germany get
gets getting gh gift gifts girl girls git github give given gives giving glass global go goal goals god goes
going gold golf gone good goods google got government grade graduate grand grant graphics great greater
green ground group groups growth guess guest guide guidelines guides guy had hair half hall hand hands happy
hard hardcore hardware has have having he head health heap hear heard heart held help helpful her here hi
high higher highest highly hill him his historical history hit hits hold holds holiday holidays home
homepage homes hook hooks hope horse hospital host hosting hot hotel hotels hour hours house housing how
however hp html http huge human ice id idea ideas ie if ii il image images impact implementation important
improve in inc include included includes including income increase increased independent index india indian
individual individuals industrial industry info information initial initiative inn input inside install
installation instead institute instructions instruments insurance int interest interested interesting
interface internal international internet into introduction investment ip ireland is island islands issue
issues it italy item items its jack james jan january japan japanese java jersey jira job jobs john join
joined journal js json jul july jump jun june just justice keep keeps key keys keywords kids kind king
kingdom kit kitchen know knowledge known la label labels lake land language large larger largest las last
late later latest law laws le lead leading league learn learning least leather leave leaves led lee left
legal lena length lens lesbian less let letter letters level levels library license life light like limit
limited limits line linear lines link linked links linux list listed listen listing listings lists
literature little live lives living loaded loan loans local located location locations log login logo london
long longer look looking looks lord los loss lost lot lots love low lower lowest ltd lyrics ma mac machine
made magazine mail mailing main maintenance major make makes making male man management manager manual
manufacturer manufacturing many map maps mar march mark markdown market marketing marketplace markets martin
mary master match matches material materials matter matters mature max maximum may maybe mb md me mean means
media medical medicine medium meet meeting mei member members membership memory men menu merge message
messages met metal method methods metrics mexico mi michael microsoft middle might mike miles milf military
million min mind mini minimum minister minute minutes missing mission mm mobile mode model models modern
modified module mon monday money monitor monitoring month monthly months more morning mortgage most mother
motion motor mountain move moves movie movies moving mr ms msg much multi multiple museum music musical must
my na naked name named names nation national native natural nature navigation nc near necessary need needed
needs neither net network networking networks never new news newsletter next nice night no node non none nor
normal north northern not note notes nothing notice nov november now nude number numbers ny obj object
objective objectives oct october of off offer offered offers office officer official offline often oh ohio
oil ok old older on once one ones online only open opens operating operation operations opinion
opportunities opportunity option optional options or oral order orders organization organizations origin
original os other others otherwise our out outdoor output outside over overall overview own owner owners pa
pack package packages page pages paid pain palm panel paper papers paragraph parent parents paris park parse
parsed part particular particularly parties partner partners parts party pass passed passing password past
paste patch path paths patient patients pattern paul pay payment payments paypal pc pdf peace people per
percent percentage perfect performance perhaps period permissions person personal persons pet peter phase
phone phones photo photography photos php physical pics picture pictures piece pink place places plain plan
planned planning plans plant play player players playing please plus po point points poker police policies
policy political politics pool poor pop popular population porn port position positive possible post posted
poster posts potential power powered pr practice pre prefix prepare present presentation presented president
press pressure pretty prev previous price prices pricing primary print printer prints prior priority privacy
private pro probably problem problems procedures process processing product production products professional
profile program programme programming programs progress project projects properties property proposed
protection protein provide provided provider provides providing proxy public publication publications
published publisher publishing pull purchase pure purpose push pussy put quality quarter query question
questions quick quite quote quotes race radio random range rank rate rated rates rather rating ratings re
read reader reading reads ready real really reason receive received recent recently recommend recommended
record records red ref reference references refresh regarding region regional register registered
registration regular regulations related relations relationship release released releases relevant remember
remote remove removed removes rent rental rentals repair replies reply repo report reports repository
republic request requests require required requirements requires research reserved resolution resort
resource resources respect response responsibility responsible rest restaurant restaurants restricted result
results retail retry return returns rev revenue review reviews right rights ring risk river road rock role
room rooms root round royal rule rules run running runs russian safe safety said sale sales same sample san
sat satellite saturday save saw say says scale schedule schema school schools science sciences scientific
scope score screen script scripts sea search searches season sec second seconds secret secretary secrets
section sections sector secure security see seed seems seen select selected selection self sell seller
sellers selling send senior sense sent sentence sep september series serve served server service services
session set sets setting settings seven several severity sex sexy sh shall share shared shares she sheet
ship shipping ships shoes shop shopping short shot should show showing shows side sign signed significant
signs silver similar simple simply since single site sites situation six size sizes skills skin skip small
smith so social society software sold solution solutions some someone something sometimes son song songs
sony soon sort sound source sources south southern space spanish special species specific speed sponsored
sport sports spring square src st staff stage stand standard standards star stars start started starting
starts state statement states station statistics status stay steel step steps still stock stone stop stops
storage store stores stories story strategy street string strong structure student students studies studio
study stuff style sub subject subjects submit submitted subscribe success successful such suite sum summary
summer sun sunday super supplies supply support sure surface survey switch sync syntax system systems table
tag tagged tags take taken takes taking talk tan target targets tax teacher teachers teaching team tech
technical technologies technology teen teens tel telephone television tell temperature template ten term
terminal terms test tested testing tests texas text th than thank thanks that the their them then theory
there therefore these they thing things think thinking third this those though thought thread three through
throughout thu thus tickets tier time times tips title titles to today together token tokens told tom too
took tool toolkit tools top topic topics total tour town toys track tracker trade trading traditional
traffic trailer training transfer transport transportation travel treatment tree trial tried trip true trust
trusted try trying ts tue turn turns tv twice two tx type types uk un under understand understanding union
unique unit united units university unknown unless until up update updated updates upon url us usa usb use
used useful user users uses using usually utf vacation valid valley value values van variety various vegas
vehicle vendor version versions very via video videos view views village virtual vision visit visitors
visual voice vol volume vote vs wait wall want wanted wants war warning was washington waste watch watches
water way ways we weather web website wed wedding week weekly weeks weight welcome well went were west
western what whatever when where whether which while white who whole why wide wife will william win wind
window windows wine winter wireless wish with within without woman women wood word words work workers
working works workspace world worldwide worth would write writes writing written wrong www xbox xml xxx
yahoo year years yellow yes yet york you young your yours yourself youth zip zone
`
    .trim()
    .split(/\s+/),
);
