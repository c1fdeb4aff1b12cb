package io.leadwell.kernel.samples;

import java.util.List;
import java.util.Map;

/** English names, firms and places. */
final class EnglishWords {

  static final List<String> GIVEN =
      split(
          "James John Robert Michael William David Richard Joseph Thomas Charles Mary Patricia"
              + " Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Daniel Matthew Anthony"
              + " Mark Donald Steven Paul Andrew Joshua Kenneth Nancy Lisa Betty Margaret Sandra"
              + " Ashley Kimberly Emily Donna Michelle Kevin Brian George Edward Ronald Timothy"
              + " Jason Jeffrey Ryan Jacob Carol Amanda Dorothy Melissa Deborah Stephanie Rebecca"
              + " Sharon Laura Cynthia Gary Nicholas Eric Jonathan Stephen Larry Justin Scott"
              + " Brandon Benjamin Kathleen Amy Angela Shirley Anna Brenda Pamela Emma Nicole Helen"
              + " Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry Tyler Samantha"
              + " Katherine Christine Debra Rachel Carolyn Janet Catherine Maria Heather Priya"
              + " Rahul Ahmed Fatima Hans Greta Pierre Camille Giulia Marco Olga Ivan Sven Astrid"
              + " Kenji Yuki Carlos Lucia Mateo Ines Walter Arthur Edith Florence Harold Ernest"
              + " Alfred Agnes Beatrice Cecil Clara Edmund Eleanor Hugh Isabella Maud");

  static final List<String> SURNAMES =
      split(
          "Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez"
              + " Lopez Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez"
              + " Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen"
              + " King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera"
              + " Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner Diaz Parker Cruz"
              + " Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez Ortiz"
              + " Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson"
              + " Watson Brooks Chavez Wood Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo"
              + " Sanders Patel Myers Long Ross Foster Schmidt Schneider Fischer Weber Wagner"
              + " Dubois Moreau Rossi Ferrari Novak Kowalski Ivanov Petrov Larsen Nilsson Tanaka"
              + " Suzuki Blackwood Ashdown Penhaligon Trelawney Hawksworth Featherstone Wetherby"
              + " Lockhart Pemberton Chadwick Thistlewood Cavendish Fairfax Holloway Merriweather"
              + " Quinlan Radcliffe Standish Underhill Wainwright Yardley Abercrombie Bickersteth"
              + " Culpepper");

  static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("Michael", "Mike"),
          Map.entry("William", "Bill"),
          Map.entry("Robert", "Bob"),
          Map.entry("Richard", "Dick"),
          Map.entry("James", "Jim"),
          Map.entry("Thomas", "Tom"),
          Map.entry("Elizabeth", "Liz"),
          Map.entry("Jennifer", "Jen"),
          Map.entry("Katherine", "Kate"),
          Map.entry("Joseph", "Joe"),
          Map.entry("Daniel", "Dan"),
          Map.entry("Matthew", "Matt"),
          Map.entry("Andrew", "Andy"),
          Map.entry("Samuel", "Sam"),
          Map.entry("Margaret", "Peggy"),
          Map.entry("Edward", "Ned"),
          Map.entry("Charles", "Charlie"),
          Map.entry("Benjamin", "Ben"));

  static final List<String> FIRM_FIRST =
      split(
          "North Silver Blue Atlas Summit Cedar Iron Bright Delta Apex Quantum Harbor Stone Falcon"
              + " Clear Green Red Grand Prime Nova Vertex Orion Pioneer Liberty Union Crown Eagle"
              + " Maple River Lake Ocean Golden True Swift Solid Smart Core Inter Trans Micro");

  static final List<String> FIRM_SECOND =
      split(
          "bridge field point line works stone path gate wave light forge link ridge side mark"
              + " scale grid port view craft");

  static final List<String> TRADES =
      split(
          "Systems Technologies Solutions Industries Logistics Electronics Software Engineering"
              + " Instruments Materials Energy Foods Packaging Consulting Media Pharma");

  static final List<String> FORMS = split("Ltd Inc GmbH LLC Corp Co.,Ltd");

  static final List<String> CITIES =
      split(
          "London Manchester Birmingham Leeds Bristol Glasgow Boston Chicago Austin Denver Seattle"
              + " Toronto Berlin Munich Hamburg Paris Lyon Milan Madrid Singapore Sydney");

  static final List<String> TITLES =
      List.of(
          "CEO",
          "Marketing Director",
          "Marketing Manager",
          "Sales Director",
          "Sales Manager",
          "Purchasing Manager",
          "CTO",
          "Engineer",
          "Senior Engineer",
          "Product Manager",
          "IT Manager",
          "Operations Manager",
          "Head of Procurement",
          "Finance Director");

  static final List<String> TOWNS =
      split(
          "Ashford Barnstaple Bideford Bodmin Buxton Carlisle Chester Colchester Crediton"
              + " Dorchester Durham Ely Exeter Falmouth Gloucester Grantham Halifax Hereford Hexham"
              + " Ilminster Kendal Lancaster Launceston Ludlow Malmesbury Norwich Okehampton Oxford"
              + " Penzance Plymouth Preston Ripon Salisbury Shrewsbury Stafford Taunton Tiverton"
              + " Truro Wells Whitby Winchester Worcester Yeovil York");

  static final List<String> OCCUPATIONS =
      split(
          "politician farmer clergyman painter soldier merchant lawyer physician teacher writer"
              + " engineer sailor musician banker architect botanist printer miller weaver smith"
              + " actor astronomer judge poet surveyor");

  private EnglishWords() {}

  private static List<String> split(String words) {
    return List.of(words.split(" "));
  }
}
