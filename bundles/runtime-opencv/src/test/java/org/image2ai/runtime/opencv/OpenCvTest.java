package org.image2ai.runtime.opencv;

import static org.junit.Assert.assertEquals;

import org.junit.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

public class OpenCvTest {
    @Test
    public void loadsTheNativeLibraryAndCanBeAskedAgain() {
        OpenCv.load();
        OpenCv.load();
        Mat sum = new Mat();
        Core.add(Mat.ones(2, 2, CvType.CV_8U), new Scalar(4), sum);
        assertEquals(5, sum.get(1, 1)[0], 0);
    }
}
